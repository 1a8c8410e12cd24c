#include "view/account_view.h"

#include <algorithm>

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"

namespace sjsz::view {
namespace {

Data session_data(const AccountView::Session& session) {
  return Object()
      .text("hash", session.hash)
      .text("end_url", end_session_url())
      .text("since", session.since)
      .text("last_seen", session.last_seen)
      .text("source", session.source)
      .text("browser", session.browser)
      .flag("this_one", session.this_one)
      .data();
}

Data token_data(const AccountView::Token& token) {
  return Object()
      .text("id", token.id)
      .text("revoke_url", revoke_token_url())
      .text("scope", token.scope)
      .text("made_at", token.made_at)
      .text("expires", token.expires)
      .flag("expired", token.expired)
      .data();
}

std::vector<Field> all_fields(const AccountView& view) {
  auto fields = view.password_fields;
  fields.push_back(view.days);
  return fields;
}

}  // namespace

std::string render(const Templates& templates, const AccountView& view) {
  const bool others = std::ranges::any_of(view.sessions, [](const auto& session) { return !session.this_one; });
  Object page;
  add_faults(page, all_fields(view));
  return templates.render("account", page.text("name", view.name)
                                         .text("display", view.display)
                                         .optional_text("role", view.role)
                                         .optional_text("unit", view.unit)
                                         .optional_text("notice", view.notice)
                                         .text("end_session_url", end_session_url())
                                         .list("sessions", view.sessions, session_data)
                                         .flag("other_sessions", others)
                                         .text("password_url", password_url())
                                         .list("password_fields", view.password_fields, field_data)
                                         .text("tokens_url", tokens_of_account_url())
                                         .list("tokens", view.tokens, token_data)
                                         .flag("has_tokens", !view.tokens.empty())
                                         .optional_text("new_token", view.new_token)
                                         .list("scopes", view.scopes, option_data)
                                         .list("days", std::vector<Field>{view.days}, field_data)
                                         .data());
}

std::vector<AccountView> account_examples() {
  AccountView one;
  one.name = "fagai";
  one.display = "王欣";
  one.role = "部门填报人";
  one.unit = "区发改局";
  one.sessions = {{"a1", "2020-09-03 08:30", "2020-09-03 14:05", "10.0.0.7", "Chromium", true}};
  one.password_fields = {{.name = "current", .label = "现在的密码", .type = "password"},
                         {.name = "password", .label = "新密码", .type = "password"}};
  one.days = {.name = "days", .label = "有效天数", .value = "90"};
  one.scopes = {{"read", "只读", true}, {"write", "读写"}};
  AccountView full = one;
  full.notice = "密码已修改，其他地方的登录已退出。";
  full.sessions.push_back({"b2", "2020-09-02 08:30", "2020-09-02 17:40", "10.0.0.9", "Chrome（Windows）"});
  full.tokens = {{"1a2b3c4d", "读写", "2020-09-01 09:00", "2020-11-30 09:00"},
                 {"5e6f7a8b", "只读", "2020-01-01 09:00", "2020-03-31 09:00", true}};
  full.new_token = "sjsz_1a2b3c4d_0123456789abcdef";
  full.password_fields[0].fault = "现在的密码不对";
  full.days.fault = "有效天数要填 1 至 365 的整数";
  AccountView hostile = full;
  hostile.name = hostile.display = hostile.role = hostile.unit = hostile.notice = hostile.new_token = hostile_text();
  hostile.sessions = {{hostile_text(), hostile_text(), hostile_text(), hostile_text(), hostile_text()}};
  hostile.tokens = {{hostile_text(), hostile_text(), hostile_text(), hostile_text()}};
  return {{}, one, full, hostile};
}

}  // namespace sjsz::view
