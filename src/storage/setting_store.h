// Settings as stored: the present value of each, and every change with its reason. Their meaning, defaults and owners
// are domain/settings.h's.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/settings.h"
#include "storage/db.h"

namespace sjsz {

std::optional<std::string> find_setting(Reader& db, std::string_view key);
std::string setting_value(Reader& db, const SettingKind& kind);  // or its default
void set_setting(Writer& db, std::string_view key, std::string_view value);

struct SettingChange {
  std::string key, value;
  std::optional<Month> from;  // counts from this period on; none: from the moment of the change
  std::string reason;
  Instant at{};
  std::string actor;  // display name
};
std::vector<SettingChange> list_setting_changes(Reader& db);  // of all settings, oldest first
std::vector<SettingChange> list_setting_changes(Reader& db, std::string_view key);
void insert_setting_change(Writer& db, const SettingChange& change);

}  // namespace sjsz
