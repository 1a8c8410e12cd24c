#include "storage/report_return_query.h"

#include "storage/columns.h"

namespace sjsz {

std::map<std::int64_t, ReportEvent> list_last_returns(Reader& db, const Month& month, const UnitCode& unit) {
  std::map<std::int64_t, ReportEvent> returns;
  auto row = db.query(R"(
    SELECT e.report, e.at, e.actor, e.revision, e.comment
    FROM report AS r JOIN report_event AS e ON e.report = r.id
    WHERE r.month = :month AND r.unit = :unit AND e.verb = 'return' ORDER BY e.report, e.number)");
  row.bind(":month", to_string(month)).bind(":unit", unit.value);
  while (row.next()) {
    ReportEvent event{instant_at(row, 1).value(), row.text(2), "return", {}, {}, row.text(4)};
    if (!row.is_null(3)) event.revision = row.number(3);
    returns[row.big(0)] = std::move(event);
  }
  return returns;
}

}  // namespace sjsz
