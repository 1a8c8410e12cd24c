// Dispatch periods (调度期): when a month's reports may be written, are due and are locked (article 19:
// 每月初对上月进行调度). Pure: the caller brings the business date and what the office has set.
#pragma once
#include <map>
#include <optional>

#include "base/date.h"
#include "domain/calendar.h"

namespace sjsz {

// What the office may set of one period; without a row everything follows the rules.
struct Period {
  Month month;
  std::optional<Date> due;        // set for this period alone
  std::optional<Instant> closed;  // from then on locked; nothing is late after it, because nothing is taken
};

struct PeriodRules {
  std::optional<Month> first;  // 首个调度期; until it is set nothing is owed and nothing can be written
  int due_day = 5;             // of the following month, 1-28
  std::map<Month, int> due_day_from = {};  // another due day from this period on
  Calendar calendar;
};

// The last day on which a report of `period` is in time: the due day of the month after, moved to the next working day.
Date due_date(const Period& period, const PeriodRules& rules);

enum class Phase {
  outside,   // before the first period, or not begun yet
  drafting,  // the month itself: drafts may be written, nothing submitted
  open,      // the month after, until the due date
  overdue,   // after it: what is submitted now is late
  closed     // by the office: locked
};
Phase phase_of(const Period& period, const PeriodRules& rules, const Date& today);

bool may_write_drafts(Phase phase);
bool may_submit(Phase phase);

// The newest period that may be submitted on this day: what "本月填报" shows. Nothing before the first is open.
std::optional<Month> newest_open_period(const PeriodRules& rules, const Date& today);

// The period that opens next: who owes what changes from it on, never in one that is open already.
Month next_open_period(const PeriodRules& rules, const Date& today);

// Whether a submission at this moment is late: after 23:59:59 of the due date, business time.
bool is_late(Instant submitted, const Date& due);

}  // namespace sjsz
