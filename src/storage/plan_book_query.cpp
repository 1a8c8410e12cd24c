#include "storage/plan_book_query.h"

#include "storage/calendar_store.h"
#include "storage/indicator_store.h"
#include "storage/plan_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {

PlanBook find_plan_book(Reader& db) {
  PlanBook book;
  book.units = list_units(db);
  for (const auto& member : list_unit_members(db)) {  // the office's, not the plan's
    std::erase_if(book.units, [&](const Unit& unit) { return unit.code == member.unit; });
  }
  book.calendar = list_calendar_days(db);
  book.current_year = find_current_year(db).value_or(0);
  auto indicators = list_indicators_by_year(db);
  auto tasks = list_tasks_by_year(db);
  for (auto& plan : list_plans(db)) {
    const int year = plan.year;
    book.years.push_back({std::move(plan), std::move(indicators[year]), std::move(tasks[year])});
  }
  return book;
}

}  // namespace sjsz
