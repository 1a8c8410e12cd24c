// Whether a unit may write, submit or withdraw in a month at this moment, and if not, why: what a locked form says.
#pragma once
#include <optional>
#include <string>

#include "domain/period.h"
#include "domain/report.h"
#include "storage/db.h"

namespace sjsz::actions {

// A Chinese sentence or two; nothing: it may. A closed month that was reopened for the unit takes everything until
// then.
std::optional<std::string> find_lock(Reader& db, const Month& month, const UnitCode& unit, ReportVerb verb, Instant at);
std::optional<std::string> find_lock(Reader& db, const PeriodRules& rules, const Month& month, const UnitCode& unit,
                                     ReportVerb verb, Instant at);

}  // namespace sjsz::actions
