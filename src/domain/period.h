// Dispatch periods (调度期): when a month's reports may be written, are due and are locked (article 19:
// 每月初对上月进行调度). Pure: the caller brings the business date and what the office has set.
#pragma once
#include <map>
#include <optional>

#include "base/date.h"
#include "domain/calendar.h"
#include "domain/report.h"

namespace sjsz {

// What the office may set of one period; without a row everything follows the rules.
struct Period {
  Month month;
  std::optional<Date> due;                  // set for this period alone
  std::optional<Instant> closed;            // from then on locked; nothing is late after it, because nothing is taken
  std::optional<Date> supporting_due = {};  // beside `due`: another date for supporting lines
};

struct PeriodRules {
  std::optional<Month> first;  // 首个调度期; until it is set nothing is owed and nothing can be written
  int due_day = 5;             // of the following month, 1-28
  std::map<Month, int> due_day_from = {};                            // another due day from this period on
  std::map<Month, std::optional<int>> supporting_due_day_from = {};  // nothing: as all other lines
  Calendar calendar;
};

// As the settings name them, before holidays move them.
struct DueDays {
  int lead = 0, supporting = 0;
};
DueDays due_days(const Month& month, const PeriodRules& rules);

// The last days on which reports are in time: supporting lines may have another one than all the others, which are
// those of lead, joint and sole units and the narratives.
struct DueDates {
  Date lead, supporting;
  bool operator==(const DueDates&) const = default;
  bool differ() const { return lead != supporting; }
  const Date& of(ReportForm form) const { return form == ReportForm::supporting ? supporting : lead; }
  const Date& last() const { return lead < supporting ? supporting : lead; }
};
// The due days of the month after, moved to the next working day, unless the office set a date for this period.
DueDates due_dates(const Period& period, const PeriodRules& rules);

enum class Phase {
  outside,   // before the first period, or not begun yet
  drafting,  // the month itself: drafts may be written, nothing submitted
  open,      // the month after, until the last due date
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

// Whether what is not submitted is missing by now: its due date is over, or the office closed the period.
bool is_over(const Date& due, Phase phase, const Date& today);

// Whether a submission at this moment is late: after 23:59:59 of the due date, business time.
bool is_late(Instant submitted, const Date& due);

}  // namespace sjsz
