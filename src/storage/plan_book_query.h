// Everything that a plan file holds, for its export: units, calendar, all years.
#pragma once
#include "domain/plan_book.h"
#include "storage/db.h"

namespace sjsz {

PlanBook find_plan_book(Reader& db);  // as many statements for ten years as for one

}  // namespace sjsz
