// Settings as stored: a key and a text. Their meaning, defaults and owners are domain/settings.h's.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "storage/db.h"

namespace sjsz {

std::optional<std::string> find_setting(Reader& db, std::string_view key);
void set_setting(Writer& db, std::string_view key, std::string_view value);

}  // namespace sjsz
