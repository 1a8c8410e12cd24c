// Indicators of the plan of 2020 for tests, and the facts of a month in which every month up to it is due.
#pragma once
#include <string>
#include <vector>

#include "domain/indicator_status.h"

namespace sjsz::test {

inline Decimal number(const std::string& text) { return Decimal::parse(text).value(); }

inline Indicator indicator(IndicatorKind kind, const std::string& unit = "%", const std::string& target = "",
                           Rhythm rhythm = Rhythm::month) {
  Indicator one;
  one.seq = {6};
  one.kind = kind;
  one.unit = unit;
  if (!target.empty()) one.target = number(target);
  one.base_year = 2015;
  one.rhythm = rhythm;
  return one;
}

inline IndicatorRules rules_of(const Indicator& one) { return rules_in_force(one, {}, {2020, 12}, Instant::max()); }

inline CountedValue counted(const std::string& period, const std::string& amount) {
  return {read_indicator_period(period).value(), number(amount), ValueNature::final, true, false};
}

inline std::vector<Month> due_until(int month) {
  std::vector<Month> due;
  for (int one = 1; one <= month; ++one) due.push_back({2020, one});
  return due;
}

// What is judged in `month` with the reports due up to `due`.
struct Case {
  Indicator indicator;
  IndicatorRules rules;
  std::vector<CountedValue> values = {};
  int month = 8, due = 8;
  std::vector<Judgement> judgements = {};
  std::optional<StatusOverride> set_by_office = {};

  explicit Case(Indicator one) : indicator(std::move(one)), rules(rules_of(indicator)) {}

  Case& with(const std::string& period, const std::string& amount) {
    values.push_back(counted(period, amount));
    return *this;
  }

  Case& in(int looked, int due_until_month) {
    month = looked;
    due = due_until_month;
    return *this;
  }

  IndicatorStanding judge() const {
    return judge_indicator({.indicator = indicator,
                            .rules = rules,
                            .year = 2020,
                            .month = {2020, month},
                            .at = Instant::max(),
                            .due = due_until(due),
                            .values = values,
                            .judgements = judgements,
                            .set_by_office = set_by_office});
  }
};

}  // namespace sjsz::test
