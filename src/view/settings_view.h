// 设置: every setting with its value, default and owner; and the form that changes one.
#pragma once
#include <string>
#include <vector>

#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

struct SettingsView {  // templates/settings.html
  struct Row {
    std::string name, meaning, value;  // value in words; empty: 未设置
    std::string fallback;              // the default in words; empty: 无
    std::string owner;                 // 专班办公室
    std::string url;                   // of its form; empty: not the visitor's to change
    std::string changed;               // 2026-11-24 14:05 张三：原因; empty: never
  };
  bool nothing_is_owed = false;  // the first period is not set yet
  std::vector<Row> rows;
  std::string notice{};  // what was just done
};
std::vector<SettingsView> settings_examples();
std::string render(const Templates& templates, const SettingsView& view);

struct SettingFormView {  // templates/setting_form.html
  struct Change {
    std::string at, actor, value, from, reason;
  };
  std::string name, meaning, action, back_url;
  std::vector<Field> fields;    // value (unless it is a choice), reason, from
  std::vector<Choice> choices;  // value, where it is one of few
  std::vector<Change> changes;  // newest first
};
std::vector<SettingFormView> setting_form_examples();
std::string render(const Templates& templates, const SettingFormView& view);

}  // namespace sjsz::view
