// Why reports were sent back: of all lines of a unit and month at once, for lists that show the reason at the line.
#pragma once
#include <cstdint>
#include <map>

#include "domain/report.h"
#include "storage/db.h"

namespace sjsz {

// The newest return of each report of the unit in that month, by the report's id. One statement.
std::map<std::int64_t, ReportEvent> list_last_returns(Reader& db, const Month& month, const UnitCode& unit);

}  // namespace sjsz
