// Everything that an exported or imported plan file holds: units, calendar, plans of one or more years. The rules that
// a file must meet before it touches the database are here; reading JSON is seed/plan_json.h's, storing it
// actions/import_plan.h's.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/calendar.h"
#include "domain/indicator.h"
#include "domain/plan.h"
#include "domain/task.h"
#include "domain/unit.h"

namespace sjsz {

struct PlanYear {
  Plan plan;
  std::vector<Indicator> indicators;  // in the order of the plan's table
  std::vector<Task> tasks;            // in the order of the annex
};

struct PlanBook {
  std::vector<Unit> units;  // in official order
  std::vector<CalendarDay> calendar;
  int current_year = 0;
  std::vector<PlanYear> years;  // by year
};

struct Fault {
  std::string place;   // JSON pointer into the file: /plans/0/annex/tasks/2/units/1; empty for the file as a whole
  std::string reason;  // Chinese, one sentence
};

// Every fault of a book: unknown units, doubled or missing numbers, roles that do not fit together, requirements whose
// sentence is not in their task's text, articles that do not exist, targets that do not fit their kind, dates of the
// wrong year, empty texts and control characters. `units_known` and `years_known` are those that the database has
// already: tasks may name the former, the current year may be one of the latter. Empty: the book may be stored.
std::vector<Fault> check_plan_book(const PlanBook& book, const std::vector<Unit>& units_known,
                                   const std::vector<int>& years_known = {});

}  // namespace sjsz
