#include "domain/period.h"

#include <algorithm>

namespace sjsz {

// What counts in a month of values that each count from a month on.
template <class Value>
static Value value_in(const Month& month, const std::map<Month, Value>& from, Value otherwise) {
  const auto after = from.upper_bound(month);
  return after == from.begin() ? otherwise : std::prev(after)->second;
}

DueDays due_days(const Month& month, const PeriodRules& rules) {
  const int lead = value_in(month, rules.due_day_from, rules.due_day);
  return {lead, value_in(month, rules.supporting_due_day_from, std::optional<int>()).value_or(lead)};
}

DueDates due_dates(const Period& period, const PeriodRules& rules) {
  if (period.due) return {*period.due, period.supporting_due.value_or(*period.due)};
  const Month next = plus_months(period.month, 1);
  const auto days = due_days(period.month, rules);
  return {rules.calendar.next_working_day({next.year, next.month, days.lead}),
          rules.calendar.next_working_day({next.year, next.month, days.supporting})};
}

Phase phase_of(const Period& period, const PeriodRules& rules, const Date& today) {
  if (!rules.first || period.month < *rules.first) return Phase::outside;
  if (period.closed) return Phase::closed;
  const Month now{today.year, today.month};
  if (now < period.month) return Phase::outside;
  if (now == period.month) return Phase::drafting;
  return today <= due_dates(period, rules).last() ? Phase::open : Phase::overdue;
}

bool may_write_drafts(Phase phase) {
  return phase == Phase::drafting || phase == Phase::open || phase == Phase::overdue;
}

bool may_submit(Phase phase) { return phase == Phase::open || phase == Phase::overdue; }

std::optional<Month> newest_open_period(const PeriodRules& rules, const Date& today) {
  const Month last = plus_months({today.year, today.month}, -1);
  if (!rules.first || last < *rules.first) return std::nullopt;
  return last;
}

Month next_open_period(const PeriodRules& rules, const Date& today) {
  return std::max(Month{today.year, today.month}, rules.first.value_or(Month{}));
}

bool is_over(const Date& due, Phase phase, const Date& today) { return phase == Phase::closed || today > due; }

bool is_late(Instant submitted, const Date& due) { return business_date(submitted) > due; }

}  // namespace sjsz
