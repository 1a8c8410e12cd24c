#include "actions/import_plan.h"

#include "actions/plan_changes.h"
#include "base/text.h"
#include "storage/calendar_store.h"
#include "storage/indicator_store.h"
#include "storage/plan_book_query.h"
#include "storage/plan_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz::actions {
namespace {

void replace_year(Writer& db, const PlanYear& year) {
  delete_plan(db, year.plan.year);
  insert_plan(db, year.plan);
  insert_indicators(db, year.plan.year, year.indicators);
  insert_tasks(db, year.plan.year, year.tasks);
}

void replace_calendar(Writer& db, int year, const std::vector<CalendarDay>& all_days) {
  std::vector<CalendarDay> days;
  for (const auto& day : all_days) {
    if (day.date.year == year) days.push_back(day);
  }
  set_calendar_days(db, year, days);
}

void record(Writer& db, const Actor& actor, const PlanChanges& changes) {
  std::vector<std::string> years;
  for (const int year : changes.years) years.push_back(std::to_string(year));
  auto entry = audit_entry(actor, "plan.import");
  entry.object = "plan";
  entry.detail = R"({"years":[)" + join(years, ",") + R"(],"changes":)" + std::to_string(changes.lines.size()) + "}";
  insert_audit(db, entry);
}

}  // namespace

std::vector<std::string> import_plan(Writer& db, const Actor& actor, const PlanBook& file) {
  const auto changes = compare_plan_books(find_plan_book(db), file);
  if (changes.lines.empty()) return {};
  if (changes.units) set_units(db, file.units);
  for (const auto& year : file.years) {
    if (changes.years.contains(year.plan.year)) replace_year(db, year);
  }
  for (const int year : changes.calendar_years) replace_calendar(db, year, file.calendar);
  set_current_year(db, file.current_year);
  record(db, actor, changes);
  return changes.lines;
}

}  // namespace sjsz::actions
