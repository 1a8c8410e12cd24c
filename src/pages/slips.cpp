#include "pages/slips.h"

#include "actions/link.h"
#include "pages/layout.h"
#include "storage/unit_store.h"
#include "view/links.h"
#include "view/user_views.h"
#include "view/words.h"

namespace sjsz {
namespace {

// As the browser of whoever made the links sees the portal: a proxy may speak TLS in front of it.
std::string portal_address(const http::Request& request) {
  const auto origin = request.header("origin");
  return origin.empty() ? "http://" + std::string(request.header("host")) : std::string(origin);
}

}  // namespace

http::Response slips_page(const Visit& visit, Reader& db, const std::vector<Slip>& slips) {
  const auto units = list_units(db);
  view::SlipsView page;
  page.expires = business_minute(visit.at + actions::kLinkTime);
  for (const auto& [account, secret] : slips) {
    page.slips.push_back({account.unit ? name_of(units, *account.unit) : "", account.display, account.name,
                          portal_address(visit.request) + view::with_query(view::reset_url(), "token", secret),
                          account.has_password});
  }
  return http::html(in_layout(visit, db, {"一次性链接", "user"}, view::render(visit.site.templates, page)));
}

std::string maker_of(const Visit& visit) {
  const auto& account = *visit.visitor.account;
  const std::string role(view::account_role_word(account.role));
  return account.display == role ? role : role + account.display;
}

}  // namespace sjsz
