#include "storage/period_store.h"

#include "storage/columns.h"

namespace sjsz {

Period find_period(Reader& db, const Month& month) {
  auto row = db.query("SELECT due, closed_at, supporting_due FROM period WHERE month = :month");
  row.bind(":month", to_string(month));
  if (!row.next()) return {.month = month};
  return {month, date_at(row, 0), instant_at(row, 1), date_at(row, 2)};
}

std::map<Month, Period> list_periods(Reader& db, const Month& first, const Month& last) {
  std::map<Month, Period> periods;
  auto row = db.query("SELECT month, due, closed_at, supporting_due FROM period WHERE month BETWEEN :first AND :last");
  row.bind(":first", to_string(first)).bind(":last", to_string(last));
  while (row.next()) {
    const auto month = parse_month(row.text(0)).value();
    periods[month] = {month, date_at(row, 1), instant_at(row, 2), date_at(row, 3)};
  }
  return periods;
}

void set_period_due(Writer& db, const Month& month, const DueDates& due, const std::string& reason) {
  db.query(R"(
    INSERT INTO period (month, due, supporting_due, due_reason) VALUES (:month, :due, :supporting, :reason)
    ON CONFLICT (month) DO UPDATE
      SET due = excluded.due, supporting_due = excluded.supporting_due, due_reason = excluded.due_reason)")
      .bind(":month", to_string(month))
      .bind(":due", to_string(due.lead))
      .bind(":supporting", due.differ() ? std::optional(to_string(due.supporting)) : std::nullopt)
      .bind(":reason", reason)
      .run();
}

void set_period_closed(Writer& db, const Month& month, std::optional<Instant> closed) {
  db.query(R"(
    INSERT INTO period (month, closed_at) VALUES (:month, :closed)
    ON CONFLICT (month) DO UPDATE SET closed_at = excluded.closed_at)")
      .bind(":month", to_string(month))
      .bind(":closed", closed ? std::optional(to_rfc3339(*closed)) : std::nullopt)
      .run();
}

std::optional<Reopening> find_reopening(Reader& db, const Month& month, const UnitCode& unit) {
  auto row = db.query("SELECT reason, expires FROM period_reopening WHERE month = :month AND unit = :unit");
  row.bind(":month", to_string(month)).bind(":unit", unit.value);
  if (!row.next()) return std::nullopt;
  return Reopening{month, unit, row.text(0), instant_at(row, 1).value()};
}

std::vector<Reopening> list_reopenings(Reader& db, const Month& month) {
  std::vector<Reopening> reopenings;
  auto row = db.query("SELECT unit, reason, expires FROM period_reopening WHERE month = :month ORDER BY unit");
  row.bind(":month", to_string(month));
  while (row.next()) reopenings.push_back({month, {row.text(0)}, row.text(1), instant_at(row, 2).value()});
  return reopenings;
}

void set_reopening(Writer& db, const Reopening& reopening) {
  db.query(R"(
    INSERT INTO period_reopening (month, unit, reason, expires) VALUES (:month, :unit, :reason, :expires)
    ON CONFLICT (month, unit) DO UPDATE SET reason = excluded.reason, expires = excluded.expires)")
      .bind(":month", to_string(reopening.month))
      .bind(":unit", reopening.unit.value)
      .bind(":reason", reopening.reason)
      .bind(":expires", to_rfc3339(reopening.expires))
      .run();
}

std::vector<Exemption> list_exemptions(Reader& db, const Month& month) { return list_exemptions(db, month, month); }

std::vector<Exemption> list_exemptions(Reader& db, const Month& first, const Month& last) {
  std::vector<Exemption> exemptions;
  auto row = db.query(R"(
    SELECT month, task, unit, reason FROM exemption WHERE month BETWEEN :first AND :last ORDER BY month, unit, task)");
  row.bind(":first", to_string(first)).bind(":last", to_string(last));
  while (row.next()) {
    exemptions.push_back({{parse_month(row.text(0)).value(), task_at(row, 1), {row.text(2)}}, row.text(3)});
  }
  return exemptions;
}

void insert_exemption(Writer& db, const Exemption& exemption) {
  db.query("INSERT INTO exemption (month, task, unit, reason) VALUES (:month, :task, :unit, :reason)")
      .bind(":month", to_string(exemption.key.period))
      .bind(":task", task_number(exemption.key.task))
      .bind(":unit", exemption.key.unit.value)
      .bind(":reason", exemption.reason)
      .run();
}

void delete_exemption(Writer& db, const ReportKey& key) {
  db.query("DELETE FROM exemption WHERE month = :month AND task = :task AND unit = :unit")
      .bind(":month", to_string(key.period))
      .bind(":task", task_number(key.task))
      .bind(":unit", key.unit.value)
      .run();
}

}  // namespace sjsz
