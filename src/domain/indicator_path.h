// The pace of an indicator (序时进度): what its value is held against at the end of a month, and what it leads to.
#pragma once
#include <optional>

#include "base/fraction.h"
#include "domain/indicator_value.h"

namespace sjsz {

enum class PathSource { target, milestone, straight, share, curve };

struct Path {
  Fraction amount;
  PathSource source = PathSource::target;
};

// Of the year's last period the target. Nothing: a mean without curve and milestone, a seasonal total without a curve,
// an indicator without a number to reach.
std::optional<Path> find_path(const Indicator& indicator, const IndicatorRules& rules, int year, const Month& month);

// What part of a year's total is expected by the end of a month: the curve, else m of 12; nothing: seasonal without
// one.
std::optional<Fraction> expected_share(const IndicatorRules& rules, int month);

bool is_at_most(IndicatorKind kind);

// Value divided by path, or path by value where less is better; nothing: 无法计算, divided by zero.
std::optional<Fraction> completion(IndicatorKind kind, const Decimal& amount, const Fraction& path);
// Whether completion reaches `percent`, by multiplication, so that zero needs no exception.
bool completes(IndicatorKind kind, const Decimal& amount, const Fraction& path, int percent);

// Of totals before the year's end: what the year comes to at this pace.
std::optional<Fraction> year_end_forecast(const IndicatorRules& rules, const IndicatorPeriod& period,
                                          const Decimal& amount);
// 年剩余日控制值 of a mean: what the remaining days may have on average, so that the year's mean meets the target;
// nothing at the year's end.
std::optional<Fraction> remaining_daily_limit(const IndicatorPeriod& period, const Decimal& amount,
                                              const Decimal& target);
int days_gone(const Month& month);  // from January 1 to the end of the month

// By how many percent of the base year's value it is below that; nothing: no base value is set.
std::optional<Fraction> improvement(const IndicatorRules& rules, const Decimal& amount);

}  // namespace sjsz
