#include "pages/task_query.h"

#include <algorithm>

#include "domain/codes.h"
#include "view/words.h"

namespace sjsz {

static bool has_task(const Unit& unit, const std::vector<Task>& tasks) {
  return std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
    return std::any_of(task.assignments.begin(), task.assignments.end(),
                       [&](const Assignment& assignment) { return assignment.unit == unit.code; });
  });
}

TaskFilter checked_task_filter(const http::Request& request, const PlanWithUnits& plan) {
  const auto asked = [&](const char* name) { return request.query(name).value_or(""); };
  auto filter = check_task_filter({asked("unit"), asked("role"), asked("chapter"), asked("q")}, plan.units, plan.plan);
  if (!filter) throw WrongQuery(filter.error().field, filter.error().reason);
  return *filter;
}

std::vector<view::Option> unit_options(const PlanWithUnits& plan, const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& unit : plan.units) {
    const bool chosen = filter.unit == unit.code;
    if (chosen || has_task(unit, plan.tasks)) options.push_back({unit.code.value, unit.name, chosen});
  }
  return options;
}

std::vector<view::Option> role_options(const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& [role, code] : code_table<Role>()) {
    options.push_back({std::string(code), std::string(view::role_name(role)), filter.role == role});
  }
  return options;
}

std::vector<view::Option> chapter_options(const Plan& plan, const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& chapter : plan.chapters) {
    options.push_back({std::to_string(chapter.number), view::chapter_mark(chapter.number) + chapter.title,
                       filter.chapter == chapter.number});
  }
  return options;
}

}  // namespace sjsz
