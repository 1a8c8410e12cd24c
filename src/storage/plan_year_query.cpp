#include "storage/plan_year_query.h"

#include "storage/indicator_store.h"
#include "storage/plan_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {

std::optional<PlanWithUnits> find_plan_year(Reader& db, int year) {
  auto plan = find_plan(db, year);
  if (!plan) return std::nullopt;
  const int address_year = find_current_year(db) == year ? 0 : year;
  return PlanWithUnits{
      {std::move(*plan), list_indicators(db, year), list_tasks(db, year)}, list_units(db), address_year};
}

}  // namespace sjsz
