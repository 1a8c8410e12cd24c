#include "pages/role_groups.h"

#include "view/links.h"

namespace sjsz {

std::vector<view::RoleGroup> role_groups(const Task& task, const std::vector<Unit>& units, int address_year,
                                         const UnitCode& but) {
  std::vector<view::RoleGroup> groups;
  for (const auto& [unit, role] : task.assignments) {
    if (unit == but) continue;
    if (groups.empty() || groups.back().role != role) groups.push_back({role, {}});
    groups.back().units.push_back({name_of(units, unit), view::unit_url(unit, address_year)});
  }
  return groups;
}

}  // namespace sjsz
