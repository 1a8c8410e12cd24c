#include "domain/due_moves.h"

namespace sjsz {

std::vector<Month> list_months_due_in(int year) {
  std::vector<Month> months;
  for (Month month{year - 1, 11}; month < Month{year, 12}; month = plus_months(month, 1)) months.push_back(month);
  return months;
}

std::vector<DueMove> list_due_moves(const std::vector<Period>& periods, const PeriodRules& now, const PeriodRules& then,
                                    const Date& today) {
  std::vector<DueMove> moves;
  for (const auto& period : periods) {
    if (now.first && period.month < *now.first) continue;
    const auto before = due_date(period, now), after = due_date(period, then);
    if (before == after) continue;
    const bool counts = now.first.has_value();
    moves.push_back({period.month, before, after, counts && (period.closed || before < today || after < today)});
  }
  return moves;
}

}  // namespace sjsz
