#include "pages/unit_month.h"

#include <algorithm>

#include "actions/report_lock.h"
#include "storage/period_store.h"
#include "storage/report_return_query.h"
#include "storage/report_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"

namespace sjsz {
namespace {

// 退回的在最前，其后是没报的；其余按任务序号，情况报告在最后。
int place_of(const UnitLine& line) {
  if (line.report.state == ReportState::returned) return 0;
  return is_outstanding(line.report.state) ? 1 : 2;
}

bool stands_before(const UnitLine& a, const UnitLine& b) {
  if (place_of(a) != place_of(b)) return place_of(a) < place_of(b);
  if (!a.task || !b.task) return a.task.has_value();
  return a.task->seq < b.task->seq;
}

UnitLine make_line(const OwedLine& owed, const std::vector<Task>& tasks, const std::vector<Report>& reports,
                   const std::map<std::int64_t, ReportEvent>& returns) {
  UnitLine line;
  line.owed = owed;
  line.form = owed.form();
  for (const auto& task : tasks) {
    if (task.seq == owed.key.task) line.task = task;
  }
  line.report.key = owed.key;
  for (const auto& report : reports) {
    if (report.key == owed.key) line.report = report;
  }
  if (owed.exempt) line.report.state = ReportState::exempt;
  const auto sent_back = returns.find(line.report.id);
  if (line.report.state == ReportState::returned && sent_back != returns.end()) line.sent_back = sent_back->second;
  return line;
}

void judge(UnitLine& line, const UnitMonth& month, const Date& today) {
  const auto& report = line.report;
  line.due = month.due.of(line.form);
  line.over = is_over(line.due, month.phase, today);
  line.late = report.first_submitted && is_late(*report.first_submitted, line.due);
  if (report.version == 0 || !is_outstanding(report.state)) return;
  line.missing = list_missing_of(line, report.text);
  const bool worked_on = !line.sent_back || report.changed_at > line.sent_back->at;
  line.ready = line.missing.empty() && worked_on;
}

void find_locks(Reader& db, UnitMonth& month, Instant at) {
  if (may_submit(month.phase)) return;
  month.write_lock = actions::find_lock(db, month.month, month.unit, ReportVerb::save, at);
  month.submit_lock = actions::find_lock(db, month.month, month.unit, ReportVerb::submit, at);
}

std::string name_or_code(const std::vector<Unit>& units, const UnitCode& code) {
  const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.code == code; });
  return unit == units.end() ? code.value : unit->name;
}

}  // namespace

UnitMonth find_unit_month(Reader& db, const std::optional<Month>& asked, const UnitCode& unit, Instant at) {
  const auto today = business_date(at);
  UnitMonth found;
  found.rules = find_period_rules(db);
  const Month month = asked ? *asked : newest_open_period(found.rules, today).value_or(Month{today.year, today.month});
  found.month = month;
  const auto units = list_units(db, month);
  found.unit = unit;
  found.unit_name = name_or_code(units, unit);
  found.period = find_period(db, month);
  found.due = due_dates(found.period, found.rules);
  found.phase = phase_of(found.period, found.rules, today);
  find_locks(db, found, at);
  const auto tasks = list_tasks(db, month.year);
  const auto reports = list_reports_of_unit(db, month, unit);
  const auto returns = list_last_returns(db, month, unit);
  for (const auto& owed : list_owed(month, tasks, units, list_unit_members(db), list_exemptions(db, month))) {
    if (owed.key.unit != unit) continue;
    found.lines.push_back(make_line(owed, tasks, reports, returns));
    judge(found.lines.back(), found, today);
  }
  std::sort(found.lines.begin(), found.lines.end(), stands_before);
  return found;
}

const UnitLine* UnitMonth::find(const ReportKey& key) const {
  const auto line = std::find_if(lines.begin(), lines.end(), [&](const UnitLine& one) { return one.owed.key == key; });
  return line == lines.end() ? nullptr : &*line;
}

int UnitMonth::count_tasks_left() const {
  return static_cast<int>(std::count_if(
      lines.begin(), lines.end(), [](const UnitLine& one) { return one.task && is_outstanding(one.report.state); }));
}

bool UnitMonth::is_narrative_left() const {
  return std::any_of(lines.begin(), lines.end(),
                     [](const UnitLine& one) { return !one.task && is_outstanding(one.report.state); });
}

const UnitLine* UnitMonth::next_to_fill(const ReportKey& key) const {
  const auto to_fill = [&](const UnitLine& one) {
    return is_outstanding(one.report.state) && !one.ready && one.owed.key != key;
  };
  const auto here = std::find_if(lines.begin(), lines.end(), [&](const UnitLine& one) { return one.owed.key == key; });
  auto next = std::find_if(here, lines.end(), to_fill);
  if (next == lines.end()) next = std::find_if(lines.begin(), here, to_fill);
  return next == lines.end() || !to_fill(*next) ? nullptr : &*next;
}

std::string title_of(const UnitLine& line) {
  return line.task ? "任务 " + std::to_string(line.task->seq.value) + "　" + line.task->label : "工作进展情况报告";
}

std::vector<Requirement> requirements_of(const UnitLine& line) {
  return line.task && line.form == ReportForm::full ? line.task->requirements : std::vector<Requirement>{};
}

std::vector<FieldFault> list_missing_of(const UnitLine& line, ReportText text) {
  if (text.no_progress) text.self_state.reset();
  return list_missing(text, line.form, requirements_of(line));
}

std::vector<std::string> list_reviewers(Reader& db, const UnitCode& unit) {
  std::vector<std::string> others;
  bool reviews = false;
  for (const auto& office : list_reviewing_units(db)) {
    if (office.code == unit) {
      reviews = true;
    } else {
      others.push_back(office.name);
    }
  }
  return reviews ? others : std::vector<std::string>{};
}

}  // namespace sjsz
