#include "view/settings_view.h"

#include "view/calendar_setting_view.h"
#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/unit_setting_view.h"

namespace sjsz::view {
namespace {

Data row_data(const SettingsView::Row& row) {
  return Object()
      .text("name", row.name)
      .text("meaning", row.meaning)
      .text("value", row.value.empty() ? "未设置" : row.value)
      .text("fallback", row.fallback.empty() ? "无" : row.fallback)
      .text("owner", row.owner)
      .optional_text("url", row.url)
      .optional_text("changed", row.changed)
      .data();
}

Data change_data(const SettingFormView::Change& change) {
  return Object()
      .text("at", change.at)
      .text("actor", change.actor)
      .text("value", change.value.empty() ? "未设置" : change.value)
      .optional_text("from", change.from)
      .text("reason", change.reason)
      .data();
}

}  // namespace

std::string render(const Templates& templates, const SettingsView& view) {
  return templates.render("settings", Object()
                                          .optional_text("notice", view.notice)
                                          .flag("nothing_is_owed", view.nothing_is_owed)
                                          .text("units_url", unit_settings_url())
                                          .text("calendar_url", calendar_setting_url())
                                          .list("rows", view.rows, row_data)
                                          .data());
}

std::vector<SettingsView> settings_examples() {
  const SettingsView::Row first{
      .name = "首个调度期", .meaning = "从哪个月开始调度。", .owner = "专班办公室", .url = "/settings/first_period"};
  const SettingsView::Row day{
      "报送截止日", "次月几日截止。", "8", "5", "专班办公室", "", "2020-09-03 14:05 审核员：与月度例会衔接"};
  const SettingsView::Row hostile{hostile_text(), hostile_text(), hostile_text(), hostile_text(),
                                  hostile_text(), hostile_url(),  hostile_text()};
  return {{}, {true, {first}}, {false, {first, day}, "“报送截止日”已改为：8。"}, {false, {hostile}, hostile_text()}};
}

std::string render(const Templates& templates, const SettingFormView& view) {
  Object page;
  add_faults(page, view.fields, view.choices);
  return templates.render("setting_form", page.text("name", view.name)
                                              .text("meaning", view.meaning)
                                              .text("action", view.action)
                                              .text("back_url", view.back_url)
                                              .list("choices", view.choices, choice_data)
                                              .list("fields", view.fields, field_data)
                                              .flag("has_changes", !view.changes.empty())
                                              .list("changes", view.changes, change_data)
                                              .data());
}

std::vector<SettingFormView> setting_form_examples() {
  SettingFormView day{.name = "报送截止日",
                      .meaning = "次月几日截止；遇节假日顺延。",
                      .action = "/settings/due_day",
                      .back_url = "/settings",
                      .fields = {{.name = "value", .label = "报送截止日", .value = "5"},
                                 {.name = "from", .label = "从哪个调度期起生效", .hint = "例如 2020-09"},
                                 {.name = "reason", .label = "修改原因"}}};
  SettingFormView faulty = day;
  faulty.fields[0].value = "31";
  faulty.fields[0].fault = "请填 1 到 28 的整数。";
  faulty.fields[2].fault = "请写明修改原因，最多 200 个字。";
  faulty.changes = {{"2020-09-03 14:05", "审核员", "8", "2020-09", "与月度例会衔接"},
                    {"2020-01-02 09:00", "审核员", "", "", "初次设置"}};
  SettingFormView choice = day;
  choice.fields.erase(choice.fields.begin(), choice.fields.begin() + 2);
  choice.choices = {
      {.name = "value", .label = "不登录可看方案", .options = {{"yes", "是", true}, {"no", "否", false}}}};
  SettingFormView hostile{
      .name = hostile_text(),
      .meaning = hostile_text(),
      .action = hostile_url(),
      .back_url = hostile_url(),
      .fields = {{hostile_text(), hostile_text(), "text", hostile_text(), "", hostile_text(), hostile_text()}},
      .changes = {{hostile_text(), hostile_text(), hostile_text(), hostile_text(), hostile_text()}}};
  return {{}, day, faulty, choice, hostile};
}

}  // namespace sjsz::view
