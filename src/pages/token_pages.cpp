#include "pages/token_pages.h"

#include "actions/token.h"
#include "base/text.h"
#include "domain/codes.h"
#include "pages/account_page.h"
#include "view/links.h"

namespace sjsz {

http::Response create_token(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const int days = parse_whole(trim(field_of(form, "days")));
  const auto scope = from_code<TokenScope>(field_of(form, "scope"));
  const bool good = days >= 1 && days <= actions::kMostTokenDays && scope && scope != TokenScope::metrics;
  const auto token = good ? db.write([&](Writer& writer) {
    return actions::make_token(writer, actor_of(visit), *visit.visitor.account, *scope, days);
  })
                          : std::nullopt;
  auto reader = db.reader();
  auto page = account_view(visit, *reader);
  page.new_token = token.value_or("");
  if (!token) {
    page.days.value = field_of(form, "days");
    page.days.fault = good ? "一个账号最多 20 个令牌，请先撤销不用的" : "有效天数要填 1 至 365 的整数";
  }
  return account_page(visit, *reader, page, token ? 200 : 422);
}

http::Response revoke_token(const Visit& visit, Db& db) {
  const auto id = field_of(form_of(visit.request), "id");
  const auto account = visit.visitor.account->id;
  db.write([&](Writer& writer) { return actions::revoke_token(writer, actor_of(visit), id, account); });
  return http::see_other(view::with_query(view::account_url(), "done", "token"));
}

}  // namespace sjsz
