#include "pages/user_list_pages.h"

#include <algorithm>

#include "actions/account.h"
#include "actions/link.h"
#include "pages/slips.h"
#include "pages/user_forms.h"
#include "pages/user_list_page.h"
#include "storage/account_store.h"

namespace sjsz {

http::Response list_users(const Visit& visit, Reader& db) { return user_list_page(visit, db, user_list_view(db, {})); }

http::Response create_user(const Visit& visit, Db& db) {
  const auto typed = typed_account(form_of(visit.request));
  const auto slip = db.write([&](Writer& writer) {
    return actions::make_account(writer, actor_of(visit), typed).map([&](AccountId id) {
      const auto account = find_account(writer, id).value();
      return Slip{account, actions::make_link(writer, actor_of(visit), account, maker_of(visit)).value()};
    });
  });
  auto reader = db.reader();
  if (slip) return slips_page(visit, *reader, {*slip});
  auto page = user_list_view(*reader, typed);
  const auto mark = [&](auto& one) { one.fault = one.name == slip.error().field ? slip.error().reason : ""; };
  std::ranges::for_each(page.fields, mark);
  std::ranges::for_each(page.choices, mark);
  return user_list_page(visit, *reader, page, 422);
}

}  // namespace sjsz
