// What a reported value means for a quantified requirement (量化要求) by its kind: product rules of level, by_date,
// from_date, each_month and cumulative.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/report.h"

namespace sjsz {

enum class RequirementState {
  no_value,  // nothing was reported: has no effect
  met,       // of a cumulative one: not below the pace
  pending,   // unmet, without effect yet: before its date, outside the listed months
  behind,
  failed
};

struct RequirementResult {
  const Requirement* requirement = nullptr;
  UnitCode unit;
  Month period;
  std::string value;  // as reported
  RequirementState state = RequirementState::no_value;
};

// `months`: those in which each_month counts (a setting). The day that counts is the last one of the report's month.
RequirementState judge_requirement(const Requirement& requirement, const std::string& value, const Month& period,
                                   const std::set<int>& months);
std::vector<RequirementResult> judge_requirements(const std::vector<Requirement>& requirements, const Report& report,
                                                  const std::set<int>& months);

// 量化要求未达到：抽检总体合格率不低于98%，12月填报 97 %。
std::string requirement_reason(const RequirementResult& result);

}  // namespace sjsz
