// 单位管理: whom to call in each unit and who signs for it; the members of a group; whether a unit reports at all.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/unit.h"
#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

std::string unit_settings_url();
std::string unit_setting_url(const UnitCode& unit);

struct UnitSettingsView {  // templates/unit_settings.html
  struct Row {
    std::string name, url;
    std::string contact, phone, reviewer;  // empty: not entered
    bool active = true;
    bool member = false;  // of the group above
    int members = 0;      // of a group: active ones
  };
  std::vector<Row> rows;  // in official order, members below their group
};
std::vector<UnitSettingsView> unit_settings_examples();
std::string render(const Templates& templates, const UnitSettingsView& view);

struct UnitSettingView {  // templates/unit_setting.html
  struct Member {
    std::string name, url;
    bool active = true;
  };
  std::string name;
  std::string group;  // whose member it is; empty: of none
  bool active = true;
  bool is_group = false;
  Month from;  // the period from which changes count
  std::string notice, refusal;
  std::vector<Form> forms;
  std::vector<Member> members;
};
std::vector<UnitSettingView> unit_setting_examples();
std::string render(const Templates& templates, const UnitSettingView& view);

}  // namespace sjsz::view
