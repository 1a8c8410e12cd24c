// The query row above the task list: what was asked for, checked, and what can be chosen.
#pragma once
#include <vector>

#include "domain/task_filter.h"
#include "pages/page.h"
#include "storage/plan_year_query.h"
#include "view/parts.h"

namespace sjsz {

TaskFilter checked_task_filter(const http::Request& request, const PlanWithUnits& plan);  // or throws WrongQuery

std::vector<view::Option> unit_options(const PlanWithUnits& plan, const TaskFilter& filter);  // units that have a task
std::vector<view::Option> role_options(const TaskFilter& filter);
std::vector<view::Option> chapter_options(const Plan& plan, const TaskFilter& filter);

}  // namespace sjsz
