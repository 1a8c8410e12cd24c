#include "pages/user_pages.h"

#include <algorithm>

#include "actions/account.h"
#include "actions/link.h"
#include "base/text.h"
#include "domain/codes.h"
#include "pages/guards.h"
#include "pages/layout.h"
#include "pages/slips.h"
#include "pages/user_rows.h"
#include "storage/account_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "storage/unit_store.h"
#include "view/account_words.h"
#include "view/links.h"
#include "view/user_views.h"
#include "view/words.h"

namespace sjsz {
namespace {

constexpr AccountRole kRoles[] = {AccountRole::reporter, AccountRole::office, AccountRole::leader, AccountRole::auditor,
                                  AccountRole::admin};

view::UserRow user_row(const Account& account, const std::vector<Unit>& units) {
  return {account.name,
          view::user_url(account.name),
          account.display,
          std::string(view::account_role_word(account.role)),
          account.unit ? name_of(units, *account.unit) : "",
          std::string(view::account_state_word(account)),
          account.last_sign_in ? business_minute(*account.last_sign_in) : "",
          account.disabled};
}

std::vector<view::Choice> choices(const std::vector<Unit>& units, AccountRole chosen,
                                  const std::optional<UnitCode>& unit) {
  view::Choice role{"role", "角色", {}, "", ""};
  for (const auto one : kRoles) {
    role.options.push_back({std::string(to_code(one)), std::string(view::account_role_word(one)), one == chosen});
  }
  view::Choice of_unit{"unit", "单位", {{"", "不属于填报单位", !unit}}, "填报人和专班办公室人员要选；其他角色不选", ""};
  for (const auto& one : units) of_unit.options.push_back({one.code.value, one.name, unit == one.code});
  return {role, of_unit};
}

NewAccount typed_account(const http::Fields& form) {
  NewAccount account{std::string(trim(field_of(form, "name"))), std::string(trim(field_of(form, "display"))), {}, {}};
  account.role = from_code<AccountRole>(field_of(form, "role")).value_or(AccountRole::reporter);
  if (const auto unit = field_of(form, "unit"); !unit.empty()) account.unit = UnitCode{unit};
  return account;
}

view::UserListView list_view(Reader& db, const NewAccount& typed) {
  const auto units = list_units(db);
  view::UserListView page;
  for (const auto& account : list_accounts(db)) page.users.push_back(user_row(account, units));
  page.fields = {{.name = "name",
                  .label = "账号",
                  .value = typed.name,
                  .hint = "2 至 32 个小写字母、数字、点、下划线或短横线，以字母开头"},
                 {.name = "display", .label = "姓名", .value = typed.display}};
  page.choices = choices(units, typed.role, typed.unit);
  return page;
}

http::Response list_page(const Visit& visit, Reader& db, const view::UserListView& page, int status = 200) {
  return http::html(in_layout(visit, db, {"账号", "user"}, view::render(visit.site.templates, page)), status);
}

std::string notice_of(std::string_view done) {
  if (done == "disabled") return "已停用，这个账号的登录、令牌和链接都已失效。";
  if (done == "enabled") return "已启用。";
  if (done == "role") return "角色和单位已修改，这个账号的登录和令牌都已失效。";
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
  page.notice = fault.empty() ? notice_of(visit.request.query("done").value_or("")) : "";
  page.fault = fault;
  page.choices = choices(units, account.role, account.unit);
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

http::Response list_users(const Visit& visit, Reader& db) { return list_page(visit, db, list_view(db, {})); }

http::Response show_wrong_rows(const Visit& visit, Reader& db, const std::string& rows, const std::string& fault) {
  auto page = list_view(db, {});
  page.rows = rows;
  page.rows_fault = fault;
  return list_page(visit, db, page, 422);
}

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
  auto page = list_view(*reader, typed);
  const auto mark = [&](auto& one) { one.fault = one.name == slip.error().field ? slip.error().reason : ""; };
  std::ranges::for_each(page.fields, mark);
  std::ranges::for_each(page.choices, mark);
  return list_page(visit, *reader, page, 422);
}

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
