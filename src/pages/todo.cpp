#include "pages/todo.h"

#include <algorithm>

#include "domain/owed.h"
#include "domain/rights.h"
#include "pages/review_queue.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "view/report_links.h"
#include "view/report_words.h"
#include "view/review_links.h"

namespace sjsz {
namespace {

constexpr int kSoonDays = 3;

std::string line_words(const LineNames& names, const ReportKey& key) {
  const auto* task = names.task_of(key);
  return view::month_word(key.period) + " " +
         (task ? "任务 " + std::to_string(task->seq.value) + "　" + task->label : "工作进展情况报告");
}

void add_returned(view::Todo& todo, Reader& db, const UnitCode& unit) {
  const auto reports = list_returned_reports(db, unit);
  if (reports.empty()) return;
  const LineNames names(db);
  for (const auto& report : reports) {
    todo.items.push_back({"退回修改", "ret", line_words(names, report.key), view::report_url(report.key),
                          view::moment_words(report.changed_at) + " 退回"});
  }
  todo.count += static_cast<int>(reports.size());
}

// What was not submitted yet, by the day on which it is due; returned lines stand for themselves.
std::map<Date, int> count_unsubmitted(Reader& db, const Month& month, const UnitCode& unit, const DueDates& due) {
  std::map<ReportKey, ReportState> states;
  for (const auto& report : list_reports_of_unit(db, month, unit, ReportTexts::none)) states[report.key] = report.state;
  std::map<Date, int> counts;
  for (const auto& line : list_owed(db, month)) {
    const bool owes = line.key.unit == unit && !line.exempt && !counts_as_submitted(states[line.key]);
    if (owes) ++counts[due.of(line.form())];
  }
  return counts;
}

std::string left_words(int days) {
  if (days < 0) return "已逾期 " + std::to_string(-days) + " 天";
  return days == 0 ? "今天截止" : "还有 " + std::to_string(days) + " 天截止";
}

// What a unit has still to submit by a day that is near.
struct Due {
  Month month;
  bool supporting = false;  // lines, which are due on a day of their own
  int days = 0, count = 0;  // left until that day; lines
};

std::vector<Due> list_due(Reader& db, const UnitCode& unit, const Date& today) {
  const auto rules = find_period_rules(db);
  const auto month = newest_open_period(rules, today);
  if (!month) return {};
  const auto period = find_period(db, *month);
  if (phase_of(period, rules, today) == Phase::closed) return {};
  const auto due = due_dates(period, rules);
  if (days_between(today, std::min(due.lead, due.supporting)) > kSoonDays) return {};  // counts nothing for every page
  std::vector<Due> soon;
  for (const auto& [date, count] : count_unsubmitted(db, *month, unit, due)) {
    const int days = days_between(today, date);
    if (days <= kSoonDays) soon.push_back({*month, due.differ() && date == due.supporting, days, count});
  }
  return soon;
}

void add_due(view::Todo& todo, Reader& db, const UnitCode& unit, const Date& today) {
  for (const auto& [month, supporting, days, count] : list_due(db, unit, today)) {
    const char* what = supporting ? "配合事项还有 " : "填报还有 ";
    todo.items.push_back({days < 0 ? "逾期未报" : "待提交", days < 0 ? "ret" : "dra",
                          view::month_words(month) + what + std::to_string(count) + " 项没有提交",
                          view::ledger_url(month), left_words(days)});
    todo.count += count;
  }
}

void add_waiting(view::Todo& todo, Reader& db, const Visitor& visitor, const Date& today) {
  int count = 0, oldest = 0;
  for (const auto& report : list_submitted_reports(db)) {
    if (!may_judge_report(visitor, report.key)) continue;
    ++count;
    oldest = std::max(oldest, days_since(report.submitted_at.value(), today));
  }
  if (count == 0) return;
  todo.items.push_back({"待审核", "sub", std::to_string(count) + " 项填报等待审核", view::review_url(),
                        oldest == 0 ? "都是今天提交的" : "最早的已等 " + std::to_string(oldest) + " 天"});
  todo.count += count;
}

}  // namespace

view::Todo find_todo(const Visit& visit, Reader& db) {
  const auto& visitor = visit.visitor;
  const auto today = visit.site.clock.today();
  view::Todo todo;
  if (may_report(visitor)) {
    add_returned(todo, db, *visitor.account->unit);
    add_due(todo, db, *visitor.account->unit, today);
  }
  if (may_review(visitor)) add_waiting(todo, db, visitor, today);
  return todo;
}

TodoCounts count_todo(const Visit& visit, Reader& db) {
  const auto& account = visit.visitor.account;
  TodoCounts counts;
  if (may_report(visit.visitor)) {
    counts.report = count_returned_reports(db, *account->unit);
    for (const auto& due : list_due(db, *account->unit, visit.site.clock.today())) counts.report += due.count;
  }
  if (may_review(visit.visitor)) counts.review = count_submitted_reports(db, account->unit);
  return counts;
}

}  // namespace sjsz
