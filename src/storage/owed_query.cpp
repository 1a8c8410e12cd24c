#include "storage/owed_query.h"

#include "storage/columns.h"
#include "storage/period_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {
namespace {

// The assignment of the unit or, while it is an active member of a group, of its group. A group with active members
// owes nothing itself.
std::optional<Role> find_role(Reader& db, const ReportKey& key) {
  auto row = db.query(R"(
    WITH present AS (
      SELECT code, coalesce((SELECT a.active FROM unit_activity AS a WHERE a.unit = unit.code AND a.from_month <= :month
                             ORDER BY a.from_month DESC LIMIT 1), active) AS active FROM unit)
    SELECT a.role FROM present AS u
    LEFT JOIN unit_member AS m ON m.unit = u.code
    JOIN assignment AS a ON a.unit IN (u.code, m.group_unit) AND a.year = :year AND :task IN (0, a.task)
    WHERE u.code = :unit AND u.active = 1
      AND (m.group_unit IS NULL OR (SELECT active FROM present WHERE code = m.group_unit) = 1)
      AND NOT EXISTS (SELECT 1 FROM unit_member AS other JOIN present ON present.code = other.unit
                      WHERE other.group_unit = u.code AND present.active = 1)
    ORDER BY a.unit = u.code DESC LIMIT 1)");
  row.bind(":year", key.period.year)
      .bind(":month", to_string(key.period))
      .bind(":task", task_number(key.task))
      .bind(":unit", key.unit.value);
  if (!row.next()) return std::nullopt;
  return code_at<Role>(row, 0);
}

}  // namespace

std::vector<OwedLine> list_owed(Reader& db, const Month& month) {
  return list_owed(month, list_tasks(db, month.year), list_units(db, month), list_unit_members(db),
                   list_exemptions(db, month));
}

std::optional<OwedLine> find_owed(Reader& db, const ReportKey& key) {
  const auto role = find_role(db, key);
  if (!role) return std::nullopt;
  OwedLine line{.key = key};
  if (key.task) line.role = *role;
  auto exemption = db.query("SELECT reason FROM exemption WHERE month = :month AND task = :task AND unit = :unit");
  exemption.bind(":month", to_string(key.period)).bind(":task", task_number(key.task)).bind(":unit", key.unit.value);
  line.exempt = exemption.next();
  if (line.exempt) line.exempt_reason = exemption.text(0);
  return line;
}

std::set<UnitCode> find_leads(Reader& db, const Month& month, TaskSeq task) {
  std::set<UnitCode> leads;
  auto row = db.query(R"(
    WITH present AS (
      SELECT code, coalesce((SELECT a.active FROM unit_activity AS a WHERE a.unit = unit.code AND a.from_month <= :month
                             ORDER BY a.from_month DESC LIMIT 1), active) AS active FROM unit)
    SELECT coalesce(u.code, a.unit) FROM assignment AS a
    LEFT JOIN (unit_member AS m JOIN present AS u ON u.code = m.unit AND u.active = 1) ON m.group_unit = a.unit
    WHERE a.year = :year AND a.task = :task AND a.role <> 'support')");
  row.bind(":year", month.year).bind(":month", to_string(month)).bind(":task", task.value);
  while (row.next()) leads.insert({row.text(0)});
  return leads;
}

}  // namespace sjsz
