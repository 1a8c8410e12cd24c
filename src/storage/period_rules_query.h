// The rules by which periods open, are due and are late, from the office's settings and the calendar.
#pragma once
#include "domain/period.h"
#include "storage/db.h"

namespace sjsz {

PeriodRules find_period_rules(Reader& db);

}  // namespace sjsz
