#include "storage/reminder_store.h"

#include "storage/columns.h"

namespace sjsz {

void insert_reminder(Writer& db, const Reminder& reminder) {
  db.query("INSERT INTO reminder (month, unit, at, actor, how, note) VALUES (:month, :unit, :at, :by, :way, :note)")
      .bind(":month", to_string(reminder.period))
      .bind(":unit", reminder.unit.value)
      .bind(":at", to_rfc3339(reminder.at))
      .bind(":by", reminder.by)
      .bind(":way", reminder.way)
      .bind(":note", reminder.note)
      .run();
}

std::vector<Reminder> list_reminders(Reader& db, const Month& month) {
  std::vector<Reminder> reminders;
  auto row = db.query("SELECT unit, at, actor, how, note FROM reminder WHERE month = :month ORDER BY at DESC, id DESC");
  row.bind(":month", to_string(month));
  while (row.next()) {
    reminders.push_back({month, {row.text(0)}, instant_at(row, 1).value(), row.text(2), row.text(3), row.text(4)});
  }
  return reminders;
}

std::vector<UnitActivity> list_unit_activity(Reader& db, const Month& month) {
  std::vector<UnitActivity> units;
  auto row = db.query(R"(
    SELECT u.code, coalesce(c.contact, ''), coalesce(c.phone, ''),
      (SELECT max(max(coalesce(a.last_sign_in, ''), coalesce(s.last_seen, '')))
       FROM account AS a LEFT JOIN session AS s ON s.account = a.id WHERE a.unit = u.code),
      (SELECT max(changed_at) FROM report WHERE unit = u.code AND month = :month)
    FROM unit AS u LEFT JOIN unit_contact AS c ON c.unit = u.code ORDER BY u.position)");
  row.bind(":month", to_string(month));
  while (row.next()) {
    UnitActivity one{{row.text(0)}, row.text(1), row.text(2), {}, instant_at(row, 4)};
    if (!row.text(3).empty()) one.last_seen = instant_at(row, 3);
    units.push_back(std::move(one));
  }
  return units;
}

}  // namespace sjsz
