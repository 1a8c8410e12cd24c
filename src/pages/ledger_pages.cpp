#include "pages/ledger_pages.h"

#include <algorithm>

#include "pages/layout.h"
#include "pages/unit_month.h"
#include "storage/receipt_store.h"
#include "storage/unit_store.h"
#include "view/ledger_view.h"
#include "view/report_links.h"
#include "view/report_words.h"

namespace sjsz {
namespace {

constexpr int kMonthsToChoose = 24;

// The months from the first one to the present one, newest first: the present one takes drafts already.
std::vector<Month> months_to_choose(const PeriodRules& rules, const Date& today) {
  std::vector<Month> months;
  if (!rules.first) return months;
  Month month{today.year, today.month};
  for (int i = 0; i < kMonthsToChoose && month >= *rules.first; ++i) {
    months.push_back(month);
    month = plus_months(month, -1);
  }
  return months;
}

std::optional<Month> asked_month(const Visit& visit) {
  const auto asked = visit.request.query("period").value_or("");
  const auto month = parse_month(asked);
  if (!month && !asked.empty()) throw WrongQuery("period", "调度期请写成 2020-08 的样子。");
  return month;
}

std::vector<view::Option> period_options(const UnitMonth& month, const Date& today) {
  std::vector<view::Option> options;
  for (const auto& one : months_to_choose(month.rules, today)) {
    options.push_back({to_string(one), to_string(one), one == month.month});
  }
  return options;
}

// 5日为周六: the day that it would be, where it is another.
std::string due_note(const UnitMonth& month) {
  if (month.period.due) return "专班办公室已调整本期截止日";
  const Month next = plus_months(month.month, 1);
  const Date usual{next.year, next.month, due_days(month.month, month.rules).lead};
  const auto& due = month.due.lead;
  if (!month.rules.calendar.knows(due.year)) return std::to_string(due.year) + "年节假日未录入，只按周末顺延";
  if (usual == due) return "";
  const std::string day = std::to_string(usual.day) + "日为";
  if (!is_weekend(usual)) return day + "节假日";
  return day + (is_weekend(plus_days(usual, 1)) ? "周六" : "周日");
}

bool owes_by_another_day(const UnitMonth& month) {
  return month.due.differ() && std::ranges::count(month.lines, ReportForm::supporting, &UnitLine::form) > 0;
}

std::string why_nothing(const UnitMonth& month, const Date& today) {
  if (!month.rules.first) {
    return "首个调度期还没有设置，目前没有应报事项。由工作专班办公室在“设置”中确定后，这里按月列出本单位应报的内容。";
  }
  if (month.month < *month.rules.first) {
    return view::month_words(month.month) + "早于首个调度期（" + view::month_words(*month.rules.first) +
           "），不需要填报。";
  }
  if (month.month > Month{today.year, today.month}) {
    return view::month_words(month.month) + "还没有开始，到时再来填报。";
  }
  return month.lines.empty() ? "您的单位本月没有应报事项。" : "";
}

std::vector<std::string> labels_of_missing(const UnitLine& line) {
  std::vector<std::string> labels;
  for (const auto& fault : line.missing) {
    labels.push_back(view::report_field_label(fault.field, line.form, requirements_of(line)));
  }
  return labels;
}

view::LedgerView::Row row_of(const UnitLine& line, const UnitMonth& month) {
  view::LedgerView::Row row;
  const auto& report = line.report;
  if (line.task) {
    row.seq = line.task->seq.value;
    row.label = line.task->label;
    row.text = line.task->text;
    row.role = line.owed.role;
  }
  row.url = view::report_url(line.owed.key);
  row.state = report.state;
  row.late = line.late;
  row.missing = is_outstanding(report.state) && !report.first_submitted && line.over;
  row.editable = is_outstanding(report.state) && !month.write_lock;
  row.ready = line.ready;
  row.report = report.text;
  row.judged_state = report.judged_state;
  row.submitted_at = report.submitted_at;
  if (report.version > 0) row.changed_at = report.changed_at;
  if (line.sent_back) row.sent_back = {{line.sent_back->actor, line.sent_back->at, line.sent_back->comment}};
  row.lacks = labels_of_missing(line);
  row.exempt_reason = line.owed.exempt_reason;
  return row;
}

std::vector<view::Link> receipt_links(Reader& db, const UnitMonth& month) {
  std::vector<view::Link> links;
  for (const auto& receipt : list_receipts(db, month.month, month.unit)) {
    links.push_back({receipt.id + "　" + view::moment_words(receipt.at), view::receipt_url(receipt.id)});
  }
  std::reverse(links.begin(), links.end());
  return links;
}

}  // namespace

http::Response show_ledger(const Visit& visit, Reader& db) {
  const auto today = visit.site.clock.today();
  const auto month = find_unit_month(db, asked_month(visit), *visit.visitor.account->unit, visit.site.clock.moment());
  view::LedgerView ledger;
  ledger.unit = month.unit_name;
  ledger.period = month.month;
  ledger.periods = period_options(month, today);
  ledger.due = month.due.lead;
  if (owes_by_another_day(month)) ledger.supporting_due = month.due.supporting;
  ledger.due_note = due_note(month);
  ledger.nothing = why_nothing(month, today);
  if (ledger.nothing.empty()) {
    ledger.locked = month.submit_lock.value_or("");
    for (const auto& line : month.lines) ledger.rows.push_back(row_of(line, month));
    ledger.receipts = receipt_links(db, month);
    ledger.reviewer = find_unit_contact(db, month.unit).reviewer;
  }
  const auto body = view::render(visit.site.templates, ledger);
  return http::html(in_layout(visit, db, {"本月填报", "ledger", month.month.year, "landscape.css"}, body));
}

}  // namespace sjsz
