#include "domain/requirement_result.h"

#include "base/fraction.h"

namespace sjsz {
namespace {

bool compares(const Decimal& value, Comparison comparison, const Decimal& target) {
  switch (comparison) {
    case Comparison::below:
      return value < target;
    case Comparison::at_least:
      return value >= target;
    case Comparison::at_most:
      return value <= target;
    case Comparison::equal:
      return value == target;
    case Comparison::yes:
      return false;
  }
  return false;
}

bool is_met(const Requirement& requirement, const std::string& value) {
  if (requirement.type == ValueType::yes_no) return value == "yes";
  const auto number = Decimal::parse(value);
  return number && requirement.target && compares(*number, requirement.comparison, *requirement.target);
}

// Below target × m/12 is behind, below the target at the year's end has failed.
RequirementState judge_cumulative(const Requirement& requirement, const std::string& value, int month) {
  if (is_met(requirement, value)) return RequirementState::met;
  if (month == 12) return RequirementState::failed;
  const auto number = Decimal::parse(value);
  const bool on_pace =
      number && requirement.target && Decimal::compare_products(*number, 12, *requirement.target, month) >= 0;
  return on_pace ? RequirementState::met : RequirementState::behind;
}

RequirementState unmet_level(const Month& period) {
  return period.month == 12 ? RequirementState::failed : RequirementState::behind;
}

bool has_come(const Date& date, const Month& period) { return Month{date.year, date.month} <= period; }

}  // namespace

RequirementState judge_requirement(const Requirement& requirement, const std::string& value, const Month& period,
                                   const std::set<int>& months) {
  using Kind = RequirementKind;
  using State = RequirementState;
  if (value.empty()) return State::no_value;
  if (requirement.kind == Kind::cumulative) return judge_cumulative(requirement, value, period.month);
  if (is_met(requirement, value)) return State::met;
  switch (requirement.kind) {
    case Kind::each_month:
      return months.contains(period.month) ? State::behind : State::pending;
    case Kind::by_date:
      return requirement.date && has_come(*requirement.date, period) ? State::failed : State::pending;
    case Kind::from_date:
      if (!requirement.date) return unmet_level(period);
      return has_come(*requirement.date, period) ? State::failed : State::pending;
    default:
      return unmet_level(period);
  }
}

std::vector<RequirementResult> judge_requirements(const std::vector<Requirement>& requirements, const Report& report,
                                                  const std::set<int>& months) {
  std::vector<RequirementResult> results;
  for (const auto& requirement : requirements) {
    const auto found = report.text.requirements.find(requirement.key);
    const auto value = found == report.text.requirements.end() ? "" : found->second;
    results.push_back({&requirement, report.key.unit, report.key.period, value,
                       judge_requirement(requirement, value, report.key.period, months)});
  }
  return results;
}

std::string requirement_reason(const RequirementResult& result) {
  const auto& requirement = *result.requirement;
  const auto month = std::to_string(result.period.month) + "月";
  std::string words = "量化要求未达到：" + requirement.text + "，" + month;
  if (requirement.type == ValueType::yes_no) return words + "填报未达到。";
  const auto unit = requirement.unit.empty() ? "" : " " + requirement.unit;
  words += "填报 " + result.value + unit;
  if (requirement.kind == RequirementKind::cumulative && result.period.month < 12) {
    const auto pace = Fraction(*requirement.target) * Fraction(result.period.month, 12);
    words += "，序时 " + pace.round(1).to_string() + unit;
  }
  return words + "。";
}

}  // namespace sjsz
