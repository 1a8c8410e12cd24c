#include "pages/user_pages.h"

#include "actions/account.h"
#include "actions/link.h"
#include "pages/guards.h"
#include "pages/layout.h"
#include "pages/slips.h"
#include "pages/user_forms.h"
#include "storage/account_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "storage/unit_store.h"
#include "view/links.h"

namespace sjsz {
namespace {

std::string notice_of(std::string_view done, const Account& account) {
  const auto who = "账号 " + account.name;
  if (done == "disabled") return who + " 已停用，它的登录、令牌和链接都已失效。";
  if (done == "enabled") return who + " 已启用。";
  if (done == "role") return who + " 的角色和单位已修改，它的登录和令牌都已失效。";
  return "";
}

Account user_of(const Visit& visit, Reader& db) {
  return found(find_account(db, visit.request.parameter("name")), "没有这个账号。");
}

http::Response user_page(const Visit& visit, Reader& db, const Account& account, const std::string& fault, int status) {
  const auto units = list_units(db);
  view::UserView page;
  page.user = user_row(account, units);
  page.sessions = static_cast<int>(list_sessions(db, account.id).size());
  page.tokens = static_cast<int>(list_tokens(db, account.id).size());
  page.own = account.id == visit.visitor.account->id;
  page.notice = fault.empty() ? notice_of(visit.request.query("done").value_or(""), account) : "";
  page.fault = fault;
  page.choices = role_and_unit(units, account.role, account.unit);
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {account.display, "user"}, body), status);
}

// What the action says: back to the account's page, or that page with the reason why not, which leaves its row as well.
http::Response after(const Visit& visit, Db& db, const Account& account, const actions::Done& done, const char* action,
                     const char* what) {
  if (!done) {
    visit.guards->refusals.record(db, actor_of(visit), action, "account:" + account.name);
    return user_page(visit, *db.reader(), account, done.error(), 409);
  }
  return http::see_other(view::with_query(view::user_url(account.name), "done", what));
}

}  // namespace

http::Response show_user(const Visit& visit, Reader& db) { return user_page(visit, db, user_of(visit, db), "", 200); }

http::Response link_user(const Visit& visit, Db& db) {
  const auto account = user_of(visit, *db.reader());
  const auto secret =
      db.write([&](Writer& writer) { return actions::make_link(writer, actor_of(visit), account, maker_of(visit)); });
  if (!secret) return user_page(visit, *db.reader(), account, "账号已停用，请先启用", 409);
  return slips_page(visit, *db.reader(), {{account, *secret}});
}

http::Response disable_user(const Visit& visit, Db& db) {
  const auto account = user_of(visit, *db.reader());
  const auto done =
      db.write([&](Writer& writer) { return actions::disable_account(writer, actor_of(visit), account); });
  return after(visit, db, account, done, "account.disable", "disabled");
}

http::Response enable_user(const Visit& visit, Db& db) {
  const auto account = user_of(visit, *db.reader());
  const auto done = db.write([&](Writer& writer) { return actions::enable_account(writer, actor_of(visit), account); });
  return after(visit, db, account, done, "account.enable", "enabled");
}

http::Response change_user_role(const Visit& visit, Db& db) {
  const auto account = user_of(visit, *db.reader());
  const auto typed = typed_account(form_of(visit.request));
  const auto done = db.write(
      [&](Writer& writer) { return actions::change_role(writer, actor_of(visit), account, typed.role, typed.unit); });
  return after(visit, db, account, done, "account.role", "role");
}

}  // namespace sjsz
