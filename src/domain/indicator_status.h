// The status of an indicator in a month, and the sentence that says why (docs/rules.md): pure, from the values that
// count at the moment that is looked at. Page, API and the form that shows what a value will give call the same
// function.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/indicator_path.h"

namespace sjsz {

struct StatusOverride {
  IndicatorStatus status = IndicatorStatus::on_pace;
  std::string reason;
};

struct IndicatorFacts {
  const Indicator& indicator;
  const IndicatorRules& rules;  // in force in `month`
  int year = 0;                 // of the plan
  Month month;                  // that is looked at
  Instant at{};                 // the moment that is looked at
  std::vector<Month> due;       // months whose reports are due at that moment, from the first dispatch period on
  std::vector<CountedValue> values;
  std::vector<Judgement> judgements;
  std::optional<StatusOverride> set_by_office;  // of this month
};

// PM2.5's improvement on the base year.
struct SecondTarget {
  std::optional<Fraction> improvement;  // nothing: 无法计算, no base value is set
  bool met = false;
};

struct IndicatorStanding {
  IndicatorStatus status = IndicatorStatus::not_due;  // that counts
  IndicatorStatus by_rule = IndicatorStatus::not_due;
  std::string reason;   // one or two sentences with the numbers
  std::string outlook;  // of totals the year's end, of means what remains; may be empty
  bool provisional = false;
  std::optional<CountedValue> value;  // the newest value that counts
  std::optional<Path> path;           // at its period
  std::optional<Fraction> completion;
  std::optional<Fraction> forecast, daily_limit;
  std::optional<SecondTarget> second;
  std::optional<Judgement> judgement;
};

IndicatorStanding judge_indicator(const IndicatorFacts& facts);

// The newest period whose value is due: with the reports of its last month and `lag` months more.
std::optional<IndicatorPeriod> newest_due_period(const IndicatorRules& rules, int year, const Month& month,
                                                 const std::vector<Month>& due);

std::string_view status_word(IndicatorStatus status);  // 达标 正常 滞后 严重滞后 无数据 未到考核时点 仅监测
// off of a final value is 未达标.
std::string_view status_word(IndicatorStatus status, bool final);

// What the office may judge of a period: on_pace, behind or off before the year's end, then met or off. Chinese, or
// nothing where it may.
std::optional<std::string> judgement_fault(IndicatorStatus status, const IndicatorPeriod& period);

}  // namespace sjsz
