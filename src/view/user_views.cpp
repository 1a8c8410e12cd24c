#include "view/user_views.h"

#include <algorithm>

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"

namespace sjsz::view {
namespace {

Object user_object(const UserRow& user) {
  return std::move(Object()
                       .text("name", user.name)
                       .text("url", user.url)
                       .text("display", user.display)
                       .text("role", user.role)
                       .optional_text("unit", user.unit)
                       .text("state", user.state)
                       .flag("disabled", user.disabled)
                       .optional_text("last_sign_in", user.last_sign_in));
}

Data preview_data(const UserPreviewView::Row& row) {
  return Object()
      .text("line", row.line)
      .text("unit", row.unit)
      .text("display", row.display)
      .text("name", row.name)
      .text("role", row.role)
      .optional_text("fault", row.fault)
      .data();
}

Data slip_data(const SlipsView::Slip& slip, const std::string& expires) {
  return Object()
      .text("expires", expires)
      .optional_text("unit", slip.unit)
      .text("display", slip.display)
      .text("name", slip.name)
      .text("link", slip.link)
      .flag("reset", slip.reset)
      .data();
}

}  // namespace

std::string render(const Templates& templates, const UserListView& view) {
  Object page;
  add_faults(page, view.fields, view.choices);
  return templates.render("user_list",
                          page.text("count", static_cast<int>(view.users.size()))
                              .list("users", view.users, [](const UserRow& user) { return user_object(user).data(); })
                              .optional_text("notice", view.notice)
                              .text("users_url", users_url())
                              .list("fields", view.fields, field_data)
                              .list("choices", view.choices, choice_data)
                              .text("preview_url", preview_users_url())
                              .text("rows", view.rows)
                              .optional_text("rows_fault", view.rows_fault)
                              .data());
}

std::vector<UserListView> user_list_examples() {
  const UserRow wang{"fagai", "/admin/users/fagai", "王欣", "部门填报人", "区发改局", "正常", "2020-09-03 08:30"};
  const UserRow gone{"lao.li", "/admin/users/lao.li", "李军", "领导", "", "已停用", "", true};
  UserListView one;
  one.users = {wang};
  one.fields = {{.name = "name", .label = "账号"}, {.name = "display", .label = "姓名"}};
  one.choices = {{"role", "角色", {{"reporter", "部门填报人", true}, {"office", "专班办公室"}}},
                 {"unit", "单位", {{"", "不属于填报单位"}, {"fagai", "区发改局", true}}}};
  UserListView full = one;
  full.users = {wang, gone, wang};
  full.notice = "已停用。";
  full.fields[0].fault = "账号“fagai”已经有了，请换一个";
  full.choices[1].fault = "要选所属单位";
  full.rows = "区发改局\t王欣\tfagai\t部门填报人";
  full.rows_fault = "没有读到账号";
  UserListView hostile = full;
  hostile.users = {
      {hostile_text(), hostile_url(), hostile_text(), hostile_text(), hostile_text(), hostile_text(), hostile_text()}};
  hostile.notice = hostile.rows = hostile.rows_fault = hostile_text();
  return {{}, one, full, hostile};
}

std::string render(const Templates& templates, const UserView& view) {
  return templates.render("user", user_object(view.user)
                                      .text("users_url", users_url())
                                      .text("sessions", view.sessions)
                                      .text("tokens", view.tokens)
                                      .flag("own", view.own)
                                      .optional_text("notice", view.notice)
                                      .optional_text("fault", view.fault)
                                      .list("choices", view.choices, choice_data)
                                      .data());
}

std::vector<UserView> user_examples() {
  UserView one;
  one.user = {"fagai", "/admin/users/fagai", "王欣", "部门填报人", "区发改局", "正常", "2020-09-03 08:30"};
  one.sessions = 2;
  one.choices = {{"role", "角色", {{"reporter", "部门填报人", true}, {"office", "专班办公室"}}},
                 {"unit", "单位", {{"", "不属于填报单位"}, {"fagai", "区发改局", true}}}};
  UserView disabled = one;
  disabled.user.disabled = true;
  disabled.user.state = "已停用";
  disabled.notice = "已停用。";
  UserView own = one;
  own.own = true;
  own.user.unit = own.user.last_sign_in = "";
  own.fault = "不能停用自己的账号";
  UserView hostile = one;
  hostile.user = {hostile_text(), hostile_url(),  hostile_text(), hostile_text(),
                  hostile_text(), hostile_text(), hostile_text()};
  hostile.notice = hostile.fault = hostile_text();
  return {{}, one, disabled, own, hostile};
}

std::string render(const Templates& templates, const UserPreviewView& view) {
  const auto faulty = std::ranges::count_if(view.lines, [](const auto& row) { return !row.fault.empty(); });
  return templates.render("user_preview", Object()
                                              .text("count", static_cast<int>(view.lines.size()))
                                              .flag("has_faults", faulty > 0)
                                              .text("fault_count", static_cast<int>(faulty))
                                              .list("lines", view.lines, preview_data)
                                              .text("rows", view.rows)
                                              .text("users_url", users_url())
                                              .text("preview_url", preview_users_url())
                                              .text("batch_url", batch_users_url())
                                              .data());
}

std::vector<UserPreviewView> user_preview_examples() {
  UserPreviewView good{{{1, "区发改局", "王欣", "fagai", "部门填报人", ""}}, "区发改局\t王欣\tfagai\t部门填报人"};
  UserPreviewView faulty = good;
  faulty.lines.push_back({2, "区发政局", "李军", "LI", "填报", "没有名为“区发政局”的单位"});
  UserPreviewView hostile{{{3, hostile_text(), hostile_text(), hostile_text(), hostile_text(), hostile_text()}},
                          hostile_text()};
  return {{}, good, faulty, hostile};
}

std::string render(const Templates& templates, const SlipsView& view) {
  return templates.render(
      "slips", Object()
                   .text("count", static_cast<int>(view.slips.size()))
                   .text("expires", view.expires)
                   .list("slips", view.slips, [&](const auto& slip) { return slip_data(slip, view.expires); })
                   .text("users_url", users_url())
                   .data());
}

std::vector<SlipsView> slips_examples() {
  const SlipsView::Slip slip{"区发改局", "王欣", "fagai", "http://10.0.0.5:8080/reset?token=0123456789abcdef"};
  const SlipsView::Slip reset{"", "李军", "lao.li", "http://10.0.0.5:8080/reset?token=fedcba9876543210", true};
  return {{},
          {"2020-09-04 14:05", {slip}},
          {"2020-09-04 14:05", {slip, reset, slip}},
          {hostile_text(), {{hostile_text(), hostile_text(), hostile_text(), hostile_url()}}}};
}

}  // namespace sjsz::view
