#include "domain/period.h"

#include <algorithm>

namespace sjsz {

static int due_day_of(const Month& month, const PeriodRules& rules) {
  const auto after = rules.due_day_from.upper_bound(month);
  return after == rules.due_day_from.begin() ? rules.due_day : std::prev(after)->second;
}

Date due_date(const Period& period, const PeriodRules& rules) {
  if (period.due) return *period.due;
  const Month next = plus_months(period.month, 1);
  return rules.calendar.next_working_day({next.year, next.month, due_day_of(period.month, rules)});
}

Phase phase_of(const Period& period, const PeriodRules& rules, const Date& today) {
  if (!rules.first || period.month < *rules.first) return Phase::outside;
  if (period.closed) return Phase::closed;
  const Month now{today.year, today.month};
  if (now < period.month) return Phase::outside;
  if (now == period.month) return Phase::drafting;
  return today <= due_date(period, rules) ? Phase::open : Phase::overdue;
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

bool is_late(Instant submitted, const Date& due) { return business_date(submitted) > due; }

}  // namespace sjsz
