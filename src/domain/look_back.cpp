#include "domain/look_back.h"

#include <algorithm>

namespace sjsz {
namespace {

Period period_of(const Periods& periods, const Month& month) {
  const auto found = periods.find(month);
  return found == periods.end() ? Period{.month = month} : found->second;
}

ReportState state_after(std::string_view verb) {
  if (verb == "submit") return ReportState::submitted;
  if (verb == "accept") return ReportState::accepted;
  return verb == "return" ? ReportState::returned : ReportState::draft;
}

}  // namespace

Instant kept_from(const Month& month, const Periods& periods, const PeriodRules& rules) {
  const auto period = period_of(periods, month);
  if (period.closed) return *period.closed;
  const auto due = due_dates(period_of(periods, plus_months(month, 1)), rules).last();
  return business_instant(plus_days(due, 1), std::chrono::milliseconds(-1));
}

Instant look_moment(const Month& month, const Periods& periods, const PeriodRules& rules, Instant now) {
  return std::min(kept_from(month, periods, rules), now);
}

std::vector<Month> list_due_months(const Month& month, const Periods& periods, const PeriodRules& rules, Instant at) {
  std::vector<Month> due;
  if (!rules.first) return due;
  for (Month one = *rules.first; one <= month; one = plus_months(one, 1)) {
    const auto period = period_of(periods, one);
    const bool closed = period.closed && *period.closed <= at;
    if (closed || business_date(at) > due_dates(period, rules).lead) due.push_back(one);
  }
  return due;
}

std::optional<Report> report_as_at(const Report& report, const std::vector<Revision>& revisions,
                                   const std::vector<ReportEvent>& events, Instant at) {
  Report then = report;
  then.state = ReportState::none;
  then.judged_state.reset();
  int number = 0;
  for (const auto& event : events) {
    if (event.at > at) break;
    then.state = state_after(event.verb);
    then.judged_state = event.verb == "accept" ? event.judged_state : std::nullopt;
    if (event.revision) number = *event.revision;
  }
  const auto revision = std::ranges::find(revisions, number, &Revision::number);
  if (!counts_as_submitted(then.state) || revision == revisions.end()) return std::nullopt;
  then.text = revision->text;
  then.submitted_at = revision->submitted_at;
  return then;
}

}  // namespace sjsz
