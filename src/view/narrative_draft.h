// A first text of 工作进展情况报告, made from what the unit has written on its tasks in that month: nothing is typed
// twice.
#pragma once
#include <string>
#include <vector>

#include "domain/report.h"

namespace sjsz::view {

struct NarrativeLine {
  std::string label;
  Role role = Role::lead;
  ReportText text;  // empty: nothing was written yet
};

std::string draft_narrative(const std::string& unit, const Month& month, const std::vector<NarrativeLine>& lines);

}  // namespace sjsz::view
