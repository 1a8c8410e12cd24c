#include "storage/setting_store.h"

namespace sjsz {

std::optional<std::string> find_setting(Reader& db, std::string_view key) {
  auto row = db.query("SELECT value FROM setting WHERE key = :key");
  row.bind(":key", key);
  if (!row.next()) return std::nullopt;
  return row.text(0);
}

void set_setting(Writer& db, std::string_view key, std::string_view value) {
  db.query(R"(
    INSERT INTO setting (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value)")
      .bind(":key", key)
      .bind(":value", value)
      .run();
}

}  // namespace sjsz
