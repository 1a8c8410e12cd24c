#include "storage/setting_store.h"

#include "storage/columns.h"

namespace sjsz {
namespace {

std::vector<SettingChange> read_changes(Query& row) {
  std::vector<SettingChange> changes;
  while (row.next()) {
    changes.push_back({row.text(0), row.text(1), row.is_null(2) ? std::nullopt : parse_month(row.text(2)), row.text(3),
                       instant_at(row, 4).value(), row.text(5)});
  }
  return changes;
}

}  // namespace

std::optional<std::string> find_setting(Reader& db, std::string_view key) {
  auto row = db.query("SELECT value FROM setting WHERE key = :key");
  row.bind(":key", key);
  if (!row.next()) return std::nullopt;
  return row.text(0);
}

std::string setting_value(Reader& db, const SettingKind& kind) {
  return find_setting(db, kind.key).value_or(std::string(kind.fallback));
}

void set_setting(Writer& db, std::string_view key, std::string_view value) {
  db.query(R"(
    INSERT INTO setting (key, value) VALUES (:key, :value)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value)")
      .bind(":key", key)
      .bind(":value", value)
      .run();
}

std::vector<SettingChange> list_setting_changes(Reader& db) {
  auto row = db.query("SELECT key, value, from_month, reason, at, actor FROM setting_change ORDER BY key, number");
  return read_changes(row);
}

std::vector<SettingChange> list_setting_changes(Reader& db, std::string_view key) {
  auto row = db.query(R"(
    SELECT key, value, from_month, reason, at, actor FROM setting_change WHERE key = :key ORDER BY number)");
  row.bind(":key", key);
  return read_changes(row);
}

void insert_setting_change(Writer& db, const SettingChange& change) {
  db.query(R"(
    INSERT INTO setting_change (key, number, value, from_month, reason, at, actor)
    VALUES (:key, (SELECT count(*) + 1 FROM setting_change WHERE key = :key), :value, :from, :reason, :at, :actor))")
      .bind(":key", change.key)
      .bind(":value", change.value)
      .bind(":from", to_text(change.from))
      .bind(":reason", change.reason)
      .bind(":at", to_rfc3339(change.at))
      .bind(":actor", change.actor)
      .run();
}

}  // namespace sjsz
