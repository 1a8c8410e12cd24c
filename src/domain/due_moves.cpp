#include "domain/due_moves.h"

namespace sjsz {

std::vector<Month> list_months_due_in(int year) {
  std::vector<Month> months;
  for (Month month{year - 1, 11}; month < Month{year, 12}; month = plus_months(month, 1)) months.push_back(month);
  return months;
}

static bool is_moved_when_over(const Date& before, const Date& after, const Date& today) {
  return before != after && (before < today || after < today);
}

std::vector<DueMove> list_due_moves(const std::vector<Period>& periods, const PeriodRules& now, const PeriodRules& then,
                                    const Date& today) {
  std::vector<DueMove> moves;
  for (const auto& period : periods) {
    if (now.first && period.month < *now.first) continue;
    const auto before = due_dates(period, now), after = due_dates(period, then);
    if (before == after) continue;
    const bool counts = now.first.has_value();
    const bool over = is_moved_when_over(before.lead, after.lead, today) ||
                      is_moved_when_over(before.supporting, after.supporting, today);
    moves.push_back({period.month, before, after, counts && (period.closed || over)});
  }
  return moves;
}

}  // namespace sjsz
