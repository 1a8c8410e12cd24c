#include "storage/unit_store.h"

#include <set>

namespace sjsz {

static Unit read_unit(const Query& row) { return {{row.text(0)}, row.text(1), row.flag(2), row.flag(3)}; }

static std::vector<Unit> read_units(Reader& db) {
  std::vector<Unit> units;
  auto row = db.query("SELECT code, name, is_group, active FROM unit ORDER BY position");
  while (row.next()) units.push_back(read_unit(row));
  return units;
}

std::vector<Unit> list_units(Reader& db) {
  return db.recall<std::vector<Unit>>("units", 0, [&] { return read_units(db); });
}

std::vector<Unit> list_reviewing_units(Reader& db) {
  std::vector<Unit> units;
  auto row = db.query(R"(
    SELECT code, name, is_group, active FROM unit
    WHERE code IN (SELECT unit FROM account WHERE role = 'office' AND disabled = 0) ORDER BY position)");
  while (row.next()) units.push_back(read_unit(row));
  return units;
}

std::vector<Unit> list_units(Reader& db, const Month& month) {
  std::vector<Unit> units;
  auto row = db.query(R"(
    SELECT code, name, is_group,
      coalesce((SELECT a.active FROM unit_activity AS a WHERE a.unit = u.code AND a.from_month <= :month
                ORDER BY a.from_month DESC LIMIT 1), u.active)
    FROM unit AS u ORDER BY position)");
  row.bind(":month", to_string(month));
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

void set_unit_name(Writer& db, const UnitCode& code, const std::string& name) {
  db.query("UPDATE unit SET name = :name WHERE code = :code").bind(":name", name).bind(":code", code.value).run();
}

// The first row says how it was in all months before.
static void insert_activity(Writer& db, const UnitCode& code, bool before, bool active, const Month& from) {
  db.query(R"(
    INSERT INTO unit_activity (unit, from_month, active) SELECT :unit, '1900-01', :before
    WHERE NOT EXISTS (SELECT 1 FROM unit_activity WHERE unit = :unit))")
      .bind(":unit", code.value)
      .bind(":before", before)
      .run();
  db.query(R"(
    INSERT INTO unit_activity (unit, from_month, active) VALUES (:unit, :from, :active)
    ON CONFLICT (unit, from_month) DO UPDATE SET active = excluded.active)")
      .bind(":unit", code.value)
      .bind(":from", to_string(from))
      .bind(":active", active)
      .run();
}

void set_unit_active(Writer& db, const UnitCode& code, bool active, const Month& from) {
  insert_activity(db, code, !active, active, from);
  db.query("UPDATE unit SET active = :active WHERE code = :code")
      .bind(":active", active)
      .bind(":code", code.value)
      .run();
}

std::vector<ActivityChange> list_unit_activity(Reader& db) {
  std::vector<ActivityChange> activity;
  auto row = db.query("SELECT unit, from_month, active FROM unit_activity ORDER BY from_month, unit");
  while (row.next()) activity.push_back({{row.text(0)}, parse_month(row.text(1)).value(), row.flag(2)});
  return activity;
}

std::vector<UnitMember> list_unit_members(Reader& db) {
  std::vector<UnitMember> members;
  auto row = db.query("SELECT unit, group_unit FROM unit_member ORDER BY unit");
  while (row.next()) members.push_back({{row.text(0)}, {row.text(1)}});
  return members;
}

void insert_unit_member(Writer& db, const Unit& unit, const UnitCode& group, const Month& from) {
  db.query(R"(
    INSERT INTO unit (code, position, name, is_group, active)
    SELECT :code, coalesce(max(position), 0) + 1, :name, 0, 1 FROM unit)")
      .bind(":code", unit.code.value)
      .bind(":name", unit.name)
      .run();
  db.query("INSERT INTO unit_member (unit, group_unit) VALUES (:unit, :group)")
      .bind(":unit", unit.code.value)
      .bind(":group", group.value)
      .run();
  insert_activity(db, unit.code, false, true, from);
}

std::map<UnitCode, UnitContact> list_unit_contacts(Reader& db) {
  std::map<UnitCode, UnitContact> contacts;
  auto row = db.query("SELECT unit, contact, phone, reviewer FROM unit_contact");
  while (row.next()) contacts[{row.text(0)}] = {row.text(1), row.text(2), row.text(3)};
  return contacts;
}

UnitContact find_unit_contact(Reader& db, const UnitCode& unit) {
  auto row = db.query("SELECT contact, phone, reviewer FROM unit_contact WHERE unit = :unit");
  row.bind(":unit", unit.value);
  if (!row.next()) return {};
  return {row.text(0), row.text(1), row.text(2)};
}

void set_unit_contact(Writer& db, const UnitCode& unit, const UnitContact& contact) {
  db.query(R"(
    INSERT INTO unit_contact (unit, contact, phone, reviewer) VALUES (:unit, :contact, :phone, :reviewer)
    ON CONFLICT (unit) DO UPDATE SET contact = excluded.contact, phone = excluded.phone, reviewer = excluded.reviewer)")
      .bind(":unit", unit.value)
      .bind(":contact", contact.contact)
      .bind(":phone", contact.phone)
      .bind(":reviewer", contact.reviewer)
      .run();
}

}  // namespace sjsz
