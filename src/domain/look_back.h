// Looking back: a month is seen as it was at its close, or at the end of the due date of the month after where nobody
// closed it; before that as it is now. History is not repainted by what is entered later.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "domain/period.h"
#include "domain/report.h"

namespace sjsz {

using Periods = std::map<Month, Period>;  // those of which the office has set something

// The moment from which the month's picture stays as it is.
Instant kept_from(const Month& month, const Periods& periods, const PeriodRules& rules);
// The moment at which a month is looked at: when it was kept, or now.
Instant look_moment(const Month& month, const Periods& periods, const PeriodRules& rules, Instant now);

// Months from the first dispatch period to `month` whose reports were due at a moment: after the due date, or closed.
std::vector<Month> list_due_months(const Month& month, const Periods& periods, const PeriodRules& rules, Instant at);

// A report as it stood at a moment, with the text that was submitted last; nothing: it was not submitted, or withdrawn.
std::optional<Report> report_as_at(const Report& report, const std::vector<Revision>& revisions,
                                   const std::vector<ReportEvent>& events, Instant at);

}  // namespace sjsz
