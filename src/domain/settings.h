// The settings (设置): every one with its owner, its default and what it means; each change leaves an audit row, and
// those that bear on history say from which period they count.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/account.h"

namespace sjsz {

enum class SettingType { text, whole_number, yes_no };

struct SettingKind {
  std::string_view key;       // first_period
  std::string_view name;      // 首个调度期
  std::string_view meaning;   // one or two sentences for the page
  std::string_view fallback;  // the default, as stored; empty: not set
  SettingType type;
  AccountRole owner;
  bool has_period;  // a change names the period from which it counts
  // The value as it is stored, or what is wrong with it (Chinese). Understands what people type (2020年8月).
  tl::expected<std::string, std::string> (*check)(std::string_view typed);
};

const std::vector<SettingKind>& setting_kinds();             // in the order of the page
const SettingKind* find_setting_kind(std::string_view key);  // nullptr: no such setting

}  // namespace sjsz
