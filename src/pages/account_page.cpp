#include "pages/account_page.h"

#include "actions/session.h"
#include "actions/token.h"
#include "domain/codes.h"
#include "pages/layout.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "view/account_words.h"
#include "view/words.h"

namespace sjsz {
namespace {

// What a browser calls itself, as people call it.
std::string browser_word(std::string_view agent) {
  const auto has = [&](std::string_view word) { return agent.find(word) != agent.npos; };
  const std::string system = has("Windows")   ? "Windows"
                             : has("Android") ? "安卓"
                             : has("iPhone")  ? "iPhone"
                             : has("Linux")   ? "Linux"
                             : has("Mac OS")  ? "Mac"
                                              : "";
  const std::string name = has("Edg/")       ? "Edge"
                           : has("Firefox/") ? "Firefox"
                           : has("Chrome/")  ? "Chrome"
                                             : "其他浏览器";
  return system.empty() ? name : name + "（" + system + "）";
}

}  // namespace

view::AccountView account_view(const Visit& visit, Reader& db) {
  const auto& account = *visit.visitor.account;
  view::AccountView page;
  page.name = account.name;
  page.display = account.display;
  if (const auto role = view::account_role_word(account.role); role != account.display) page.role = role;
  page.unit = visit.visitor.unit_name;
  for (const auto& session : list_sessions(db, account.id)) {
    const bool over = visit.at - session.made_at >= actions::kSessionTime;
    const bool this_one = session.hash == visit.visitor.session;
    if (!this_one && (over || visit.at - session.last_seen >= actions::kIdleTime)) continue;
    page.sessions.push_back({session.hash, business_minute(session.made_at),
                             business_minute(this_one ? visit.at : session.last_seen), session.source,
                             browser_word(session.agent), this_one});
  }
  page.password_fields = {
      {.name = "current", .label = "现在的密码", .type = "password", .autocomplete = "current-password"},
      {.name = "password",
       .label = "新密码",
       .type = "password",
       .autocomplete = "new-password",
       .hint = "12 至 128 个字符，可以用一句自己记得住的话；不要用常见密码"},
      {.name = "again", .label = "再输一次新密码", .type = "password", .autocomplete = "new-password"}};
  for (const auto& token : list_tokens(db, account.id)) {
    page.tokens.push_back({token.id, std::string(view::token_scope_word(token.scope)), business_minute(token.made_at),
                           business_minute(token.expires), token.expires <= visit.at});
  }
  for (const auto scope : {TokenScope::read, TokenScope::write}) {
    page.scopes.push_back({std::string(to_code(scope)), std::string(view::token_scope_word(scope))});
  }
  page.days = {
      .name = "days", .label = "有效天数", .value = std::to_string(actions::kUsualTokenDays), .hint = "1 至 365 天"};
  return page;
}

http::Response account_page(const Visit& visit, Reader& db, const view::AccountView& page, int status) {
  return http::html(in_layout(visit, db, {"我的账号"}, view::render(visit.site.templates, page)), status);
}

}  // namespace sjsz
