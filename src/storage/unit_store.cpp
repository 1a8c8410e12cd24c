#include "storage/unit_store.h"

#include <set>

namespace sjsz {

static Unit read_unit(const Query& row) { return {{row.text(0)}, row.text(1), row.flag(2), row.flag(3)}; }

std::vector<Unit> list_units(Reader& db) {
  std::vector<Unit> units;
  auto row = db.query("SELECT code, name, is_group, active FROM unit ORDER BY position");
  while (row.next()) units.push_back(read_unit(row));
  return units;
}

std::optional<Unit> find_unit(Reader& db, const UnitCode& code) {
  auto row = db.query("SELECT code, name, is_group, active FROM unit WHERE code = :code");
  row.bind(":code", code.value);
  if (!row.next()) return std::nullopt;
  return read_unit(row);
}

void set_units(Writer& db, const std::vector<Unit>& units) {
  auto order = units;
  std::set<UnitCode> named;
  for (const auto& unit : units) named.insert(unit.code);
  for (auto& unit : list_units(db)) {
    if (!named.contains(unit.code)) order.push_back(std::move(unit));
  }
  db.query("UPDATE unit SET position = -position").run();  // makes room: positions are unique
  auto upsert = db.query(R"(
    INSERT INTO unit (code, position, name, is_group, active) VALUES (:code, :position, :name, :is_group, :active)
    ON CONFLICT (code) DO UPDATE SET position = excluded.position, name = excluded.name, is_group = excluded.is_group)");
  int position = 0;
  for (const auto& unit : order) {
    upsert.bind(":code", unit.code.value)
        .bind(":position", ++position)
        .bind(":name", unit.name)
        .bind(":is_group", unit.group)
        .bind(":active", unit.active)
        .run();
  }
}

}  // namespace sjsz
