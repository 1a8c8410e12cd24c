#include "pages/account_pages.h"

#include "actions/account.h"
#include "actions/session.h"
#include "actions/token.h"
#include "base/password.h"
#include "base/text.h"
#include "domain/codes.h"
#include "http/address.h"
#include "pages/guards.h"
#include "pages/layout.h"
#include "pages/new_password.h"
#include "pages/session_cookie.h"
#include "storage/account_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "view/account_view.h"
#include "view/account_words.h"
#include "view/links.h"
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

view::AccountView account_view(const Visit& visit, Reader& db) {
  const auto& account = *visit.visitor.account;
  view::AccountView page;
  page.name = account.name;
  page.display = account.display;
  page.role = view::account_role_word(account.role);
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

http::Response account_page(const Visit& visit, Reader& db, const view::AccountView& page, int status = 200) {
  return http::html(in_layout(visit, db, {"我的账号"}, view::render(visit.site.templates, page)), status);
}

std::string notice_of(std::string_view done) {
  if (done == "password") return "密码已修改，其他地方的登录已退出。";
  if (done == "session") return "已退出。";
  if (done == "token") return "令牌已撤销。";
  return "";
}

http::Response wrong_password_form(const Visit& visit, Db& db, const std::vector<WrongField>& faults,
                                   int status = 422) {
  auto reader = db.reader();
  auto page = account_view(visit, *reader);
  for (const auto& fault : faults) {
    for (auto& field : page.password_fields) {
      if (field.name == fault.field) field.fault = fault.message;
    }
  }
  return account_page(visit, *reader, page, status);
}

// Whoever sits at another's open session must not find out the password by trying: these tries count as sign-ins do.
std::optional<http::Response> refuse_wrong_current(const Visit& visit, Db& db, const std::string& current) {
  const auto& account = *visit.visitor.account;
  const auto key = account.name + "\n" + http::source_of(visit.request.peer);
  auto& guards = *visit.guards;
  const auto pass = guards.hashing.enter();
  if (!pass) throw http::Stop(503);
  if (guards.sign_ins.wait(key, now()).count() > 0) {
    return wrong_password_form(visit, db, {{"current", "连续输错的次数较多，请过一会儿再试"}}, 429);
  }
  const auto hash = find_password_hash(*db.reader(), account.id);
  if (!hash || !verify_password(*hash, current)) {
    guards.sign_ins.fail(key, now());
    guards.refusals.record(db, actor_of(visit), "account.password", "account:" + account.name, "failed");
    return wrong_password_form(visit, db, {{"current", "现在的密码不对"}});
  }
  guards.sign_ins.forgive(key);
  return std::nullopt;
}

}  // namespace

http::Response show_account(const Visit& visit, Reader& db) {
  auto page = account_view(visit, db);
  page.notice = notice_of(visit.request.query("done").value_or(""));
  return account_page(visit, db, page);
}

http::Response change_password(const Visit& visit, Db& db) {
  const auto& account = *visit.visitor.account;
  const auto form = form_of(visit.request);
  if (auto refusal = refuse_wrong_current(visit, db, field_of(form, "current"))) return std::move(*refusal);
  const auto hash = hash_new_password(visit, form, account.name, account.unit ? account.unit->value : "");
  if (!hash) return wrong_password_form(visit, db, hash.error());
  const auto session = db.write([&](Writer& writer) {
    actions::set_password(writer, actor_of(visit), account, *hash, "", false);
    return actions::open_session(writer, actor_of(visit), account.id, visit.request.header("user-agent"));
  });
  auto response = http::see_other(view::with_query(view::account_url(), "done", "password"));
  set_session_cookie(response, session);
  return response;
}

http::Response end_session(const Visit& visit, Db& db) {
  const auto session = field_of(form_of(visit.request), "session");
  const auto account = visit.visitor.account->id;
  db.write([&](Writer& writer) {
    if (session == "others") {
      actions::end_other_sessions(writer, actor_of(visit), account, visit.visitor.session);
    } else {
      actions::end_session(writer, actor_of(visit), account, session);
    }
  });
  return http::see_other(view::with_query(view::account_url(), "done", "session"));
}

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
