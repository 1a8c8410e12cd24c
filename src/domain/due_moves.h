// What another calendar, or another due day, does to due dates. History is not repainted: what is over, or would be
// over at once, keeps its day.
#pragma once
#include <vector>

#include "domain/period.h"

namespace sjsz {

struct DueMove {
  Month period;
  DueDates before, after;
  bool kept = false;  // `before` stays
};

std::vector<Month> list_months_due_in(int year);  // those whose due date the calendar of a year may move

std::vector<DueMove> list_due_moves(const std::vector<Period>& periods, const PeriodRules& now, const PeriodRules& then,
                                    const Date& today);

}  // namespace sjsz
