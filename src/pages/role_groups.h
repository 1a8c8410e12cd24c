// The units of a task by role, as task, task list and unit pages show them.
#pragma once
#include <vector>

#include "domain/task.h"
#include "domain/unit.h"
#include "view/parts.h"

namespace sjsz {

// In the order of the annex, without `but` where it is given.
std::vector<view::RoleGroup> role_groups(const Task& task, const std::vector<Unit>& units, int address_year,
                                         const UnitCode& but = {});

}  // namespace sjsz
