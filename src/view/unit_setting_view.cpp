#include "view/unit_setting_view.h"

#include <algorithm>

#include "view/data.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/report_words.h"

namespace sjsz::view {
namespace {

Data row_data(const UnitSettingsView::Row& row) {
  return Object()
      .text("name", row.name)
      .text("url", row.url)
      .optional_text("contact", row.contact)
      .optional_text("phone", row.phone)
      .optional_text("reviewer", row.reviewer)
      .flag("active", row.active)
      .flag("member", row.member)
      .optional_text("members", row.members > 0 ? std::to_string(row.members) : "")
      .data();
}

Data form_data(const Form& form) { return form_object(form).optional_text("hidden", form.hidden).data(); }

Data member_data(const UnitSettingView::Member& member) {
  return Object().text("name", member.name).text("url", member.url).flag("active", member.active).data();
}

}  // namespace

std::string unit_settings_url() { return "/admin/units"; }
std::string unit_setting_url(const UnitCode& unit) { return unit_settings_url() + "/" + unit.value; }

std::string render(const Templates& templates, const UnitSettingsView& view) {
  const auto lacking = std::ranges::count_if(
      view.rows, [](const auto& row) { return row.active && (row.contact.empty() || row.phone.empty()); });
  return templates.render("unit_settings", Object()
                                               .text("settings_url", settings_url())
                                               .optional_text("lacking", lacking > 0 ? std::to_string(lacking) : "")
                                               .list("rows", view.rows, row_data)
                                               .data());
}

std::vector<UnitSettingsView> unit_settings_examples() {
  const UnitSettingsView::Row full{"区发改局", "/admin/units/fagai", "王欣", "0531-12345678", "赵志强"};
  UnitSettingsView::Row group{.name = "各街道办事处", .url = "/admin/units/jiedao", .members = 1};
  const UnitSettingsView::Row member{.name = "姚家街道办事处", .url = "/admin/units/yaojia", .member = true};
  const UnitSettingsView::Row gone{.name = "甸柳街道办事处", .url = "/admin/units/dianliu", .active = false};
  const UnitSettingsView::Row hostile{hostile_text(), hostile_url(), hostile_text(), hostile_text(), hostile_text()};
  return {{}, {{full}}, {{full, group, member, gone}}, {{hostile}}};
}

std::string render(const Templates& templates, const UnitSettingView& view) {
  Object page;
  add_faults(page, view.forms);
  return templates.render("unit_setting", page.text("units_url", unit_settings_url())
                                              .text("settings_url", settings_url())
                                              .text("name", view.name)
                                              .optional_text("group", view.group)
                                              .flag("active", view.active)
                                              .flag("is_group", view.is_group)
                                              .text("from", month_words(view.from))
                                              .optional_text("notice", view.notice)
                                              .optional_text("refusal", view.refusal)
                                              .list("forms", view.forms, form_data)
                                              .flag("has_members", !view.members.empty())
                                              .list("members", view.members, member_data)
                                              .data());
}

std::vector<UnitSettingView> unit_setting_examples() {
  UnitSettingView one;
  one.name = "区发改局";
  one.from = {2020, 9};
  one.forms = {{"contact",
                "联系人和审核人",
                "催报名单用",
                "/admin/units/fagai/contact",
                "保存",
                {},
                {{.name = "contact", .label = "联系人", .optional = true}},
                ""},
               {"active",
                "停用",
                "从下一期起",
                "/admin/units/fagai/active",
                "停用",
                {},
                {{.name = "reason", .label = "原因"}},
                "no"}};
  UnitSettingView group = one;
  group.name = "各街道办事处";
  group.is_group = true;
  group.notice = "各街道办事处的联系人、电话和审核人已保存。";
  group.members = {{"姚家街道办事处", "/admin/units/yaojia"}, {"甸柳街道办事处", "/admin/units/dianliu", false}};
  UnitSettingView member = one;
  member.group = "各街道办事处";
  member.active = false;
  member.refusal = "这个单位已经停用。";
  member.forms[1].fields[0].fault = "请写明原因，最多 200 个字。";
  UnitSettingView hostile = group;
  hostile.name = hostile.group = hostile.notice = hostile.refusal = hostile_text();
  hostile.members = {{hostile_text(), hostile_url()}};
  hostile.forms[0] = {"contact",
                      hostile_text(),
                      hostile_text(),
                      hostile_url(),
                      hostile_text(),
                      {},
                      {{hostile_text(), hostile_text(), "text", hostile_text(), "", hostile_text(), hostile_text()}},
                      hostile_text()};
  return {{}, one, group, member, hostile};
}

}  // namespace sjsz::view
