// One year's plan whole, with the units: what the pages that show it are made of.
#pragma once
#include <optional>
#include <vector>

#include "domain/plan_book.h"
#include "storage/db.h"

namespace sjsz {

struct PlanWithUnits : PlanYear {
  std::vector<Unit> units;  // in official order
  int address_year = 0;     // as addresses name it: 0 for the current plan's
};

// Nothing, if there is no plan of that year. As many statements for a hundred tasks as for one.
std::optional<PlanWithUnits> find_plan_year(Reader& db, int year);

}  // namespace sjsz
