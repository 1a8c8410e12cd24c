// Which tasks a query row asks for: by unit, role, chapter and words. The same for page, API and export.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/plan.h"
#include "domain/task.h"
#include "domain/unit.h"

namespace sjsz {

struct TaskFilter {
  std::optional<UnitCode> unit;  // with a role: the unit in that role
  std::optional<Role> role;
  std::optional<int> chapter;  // one of the task's articles stands in it
  std::string words;           // in label, text or responsibility as written; empty: all

  bool empty() const { return !unit && !role && !chapter && words.empty(); }
};

// As typed in the address; empty texts ask for nothing.
struct RawTaskFilter {
  std::string_view unit, role, chapter, words;
};

struct FilterFault {
  std::string field;   // unit, role, chapter, q
  std::string reason;  // Chinese
};

// Refuses units, roles and chapters that do not exist, and more than 100 characters of words.
tl::expected<TaskFilter, FilterFault> check_task_filter(const RawTaskFilter& raw, const std::vector<Unit>& units,
                                                        const Plan& plan);

std::vector<Task> filter_tasks(const std::vector<Task>& tasks, const TaskFilter& filter, const Plan& plan);

}  // namespace sjsz
