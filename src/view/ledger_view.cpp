#include "view/ledger_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_links.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

using Row = LedgerView::Row;

// Of the lines of tasks, or of the narrative alone.
struct Counts {
  int owed = 0, submitted = 0, outstanding = 0, returned = 0, draft = 0, none = 0;
};

Counts count(const std::vector<Row>& rows) {
  Counts counts;
  for (const auto& row : rows) {
    if (row.seq == 0 || row.state == ReportState::exempt) continue;
    ++counts.owed;
    counts.submitted += counts_as_submitted(row.state);
    counts.outstanding += is_outstanding(row.state);
    counts.returned += row.state == ReportState::returned;
    counts.draft += row.state == ReportState::draft;
    counts.none += row.state == ReportState::none;
  }
  return counts;
}

// 退回 1，填写中 1，未开始 1
std::string outstanding_words(const Counts& counts) {
  std::vector<std::string> parts;
  const std::pair<const char*, int> all[] = {
      {"退回 ", counts.returned}, {"填写中 ", counts.draft}, {"未开始 ", counts.none}};
  for (const auto& [word, number] : all) {
    if (number > 0) parts.push_back(word + std::to_string(number));
  }
  return join(parts, "，");
}

std::string row_title(const Row& row) { return row.seq == 0 ? "工作进展情况报告" : row.label; }

std::string action_word(const Row& row) {
  if (!row.editable) return "查看";
  switch (row.state) {
    case ReportState::none:
      return "开始填写";
    case ReportState::draft:
      return "继续填写";
    default:
      return "修改";
  }
}

std::string self_words(const Row& row) {
  if (row.seq == 0 || row.role == Role::support) return "不评";
  return row.report.self_state ? std::string(work_state_word(*row.report.self_state)) : "未填";
}

bool judged_differently(const Row& row) { return row.judged_state && row.judged_state != row.report.self_state; }

std::string time_words(const Row& row) {
  if (row.state == ReportState::exempt) return "不用报";
  if (row.state == ReportState::draft && row.changed_at) return moment_words(*row.changed_at) + " 保存";
  if (!row.submitted_at) return row.missing ? "过期未报" : "未填";
  return moment_words(*row.submitted_at) + " 提交（" + (row.late ? "迟报" : "及时") + "）";
}

Data row_data(const Row& row) {
  return Object()
      .text("number", row.seq == 0 ? "–" : std::to_string(row.seq))
      .text("title", row_title(row))
      .text("url", row.url)
      .optional_text("role", row.role ? role_word(*row.role) : "")
      .text("line", row.seq == 0 ? "本单位当月总体情况，附盖章扫描件" : row.text)
      .list("sent_back", one_or_none(row.sent_back), return_data)
      .optional_text("lacks", join(row.lacks, "、"))
      .flag("ready", row.ready)
      .optional_text("exempt", row.exempt_reason)
      .text("state", report_state_word(row.state))
      .text("state_class", report_state_class(row.state))
      .flag("late", row.late)
      .text("self", self_words(row))
      .optional_text("judged", judged_differently(row) ? work_state_word(*row.judged_state) : "")
      .text("time", time_words(row))
      .flag("missing", row.missing)
      .text("action", action_word(row))
      .data();
}

// On paper: everything that the line says.
std::string paper_progress(const ReportText& text) {
  return text.no_progress ? "本月无新进展：" + *text.no_progress : text.progress;
}

std::string paper_self(const Row& row) {
  if (row.role == Role::support) return "";
  std::vector<std::string> parts;
  if (row.report.self_state) parts.emplace_back(work_state_word(*row.report.self_state));
  if (row.report.completion) parts.push_back(percent_words(*row.report.completion));
  if (judged_differently(row)) parts.push_back("核定：" + std::string(work_state_word(*row.judged_state)));
  return join(parts, "，");
}

std::string paper_state(const Row& row) {
  std::string words(report_state_word(row.state));
  if (row.submitted_at) words += "\n" + day_words(business_date(*row.submitted_at)) + "提交";
  if (row.late) words += "\n迟报";
  if (!row.exempt_reason.empty()) words += "：" + row.exempt_reason;
  return words;
}

Data paper_data(const Row& row) {
  return Object()
      .text("number", row.seq)
      .text("label", row.label)
      .text("line", row.text)
      .text("role", row.role ? role_word(*row.role) : "")
      .text("self", paper_self(row))
      .text("progress", paper_progress(row.report))
      .optional_text("measures", row.report.measures)
      .text("problems", row.report.problems)
      .text("next_steps", row.report.next_steps)
      .text("state", paper_state(row))
      .data();
}

std::vector<Row> rows_on_paper(const LedgerView& view) {
  std::vector<Row> rows;
  std::copy_if(view.rows.begin(), view.rows.end(), std::back_inserter(rows),
               [](const Row& one) { return one.seq > 0; });
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.seq < b.seq; });
  return rows;
}

std::string narrative_words(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    if (row.seq == 0) return std::string(report_state_word(row.state));
  }
  return "";
}

int count_ready(const std::vector<Row>& rows) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const Row& one) { return one.ready; }));
}

}  // namespace

std::string render(const Templates& templates, const LedgerView& view) {
  const auto counts = count(view.rows);
  const int ready = count_ready(view.rows);
  Object data;
  data.text("unit", view.unit)
      .text("month", month_word(view.period))
      .text("month_full", month_words(view.period))
      .text("ledger_url", ledger_url())
      .list("periods", view.periods, option_data)
      .flag("has_periods", !view.periods.empty())
      .optional_text("nothing", view.nothing)
      .text("due", day_words(view.due))
      .optional_text("due_note", view.due_note)
      .optional_text("supporting_due", view.supporting_due ? day_words(*view.supporting_due) : "")
      .text("owed", counts.owed)
      .text("submitted", counts.submitted)
      .optional_text("outstanding", counts.outstanding > 0 ? std::to_string(counts.outstanding) : "")
      .text("outstanding_words", outstanding_words(counts))
      .optional_text("narrative", narrative_words(view.rows))
      .optional_text("locked", view.locked)
      .list("rows", view.rows, row_data)
      .list("paper", rows_on_paper(view), paper_data)
      .optional_text("ready", ready > 0 && view.locked.empty() ? std::to_string(ready) : "")
      .text("confirm_url", confirm_url(view.period))
      .flag("has_receipts", !view.receipts.empty())
      .list("receipts", view.receipts, link_data)
      .text("reviewer", view.reviewer);
  return templates.render("ledger", data.data());
}

namespace {

Row example_row(int seq, const char* label, Role role, ReportState state) {
  Row row;
  row.seq = seq;
  row.label = label;
  row.url = "/reports/2020-08/" + std::to_string(seq) + "/fagai";
  row.text = seq == 9 ? example_tasks()[1].text : "减少标准煤消耗和废气排放量。";
  row.role = role;
  row.state = state;
  row.editable = is_outstanding(state);
  if (state != ReportState::none) row.changed_at = business_instant({2020, 9, 3}, std::chrono::minutes(842));
  if (counts_as_submitted(state)) row.submitted_at = business_instant({2020, 9, 1}, std::chrono::minutes(930));
  if (state != ReportState::none) {
    row.report = example_text();
    if (role == Role::support) row.report.self_state.reset();
  }
  return row;
}

LedgerView example_ledger() {
  LedgerView view;
  view.unit = "区发改局";
  view.period = {2020, 8};
  view.periods = {{"2020-09", "2020-09"}, {"2020-08", "2020-08", true}, {"2020-07", "2020-07"}};
  view.due = {2020, 9, 7};
  view.due_note = "5日为周六";
  view.supporting_due = Date{2020, 9, 3};
  return view;
}

LedgerView full_ledger() {
  LedgerView view = example_ledger();
  Row returned = example_row(5, "传统行业绿色改造", Role::lead, ReportState::returned);
  returned.sent_back =
      ReportReturn{"专班办公室 王敏", business_instant({2020, 9, 2}, std::chrono::minutes(1008)),
                   "完成比例 52 % 与 7月的 55 % 相比倒退，请核对口径；两家企业名称和预计到货日期未写。"};
  Row draft = example_row(9, "压减煤炭消费", Role::lead, ReportState::draft);
  draft.ready = true;
  Row lacking = example_row(2, "高耗能行业布局", Role::lead, ReportState::draft);
  lacking.lacks = {"存在问题", "下步打算"};
  Row narrative = example_row(0, "", Role::lead, ReportState::none);
  narrative.role.reset();
  narrative.url = "/reports/2020-08/narrative/fagai";
  Row accepted = example_row(1, "淘汰落后产能", Role::support, ReportState::accepted);
  Row judged = example_row(12, "民用优质燃煤", Role::sole, ReportState::accepted);
  judged.judged_state = WorkState::off;
  judged.late = true;
  Row exempt = example_row(4, "“四新经济”", Role::support, ReportState::exempt);
  exempt.exempt_reason = "本月由区工信局统一报送";
  exempt.report = {};
  exempt.changed_at.reset();
  view.rows = {returned,
               lacking,
               draft,
               narrative,
               accepted,
               exempt,
               example_row(7, "现代服务业", Role::joint, ReportState::submitted),
               judged};
  view.receipts = {{"2020-08-fagai-1　9月1日 15:30", "/receipts/2020-08-fagai-1"}};
  view.reviewer = "赵志强";
  return view;
}

}  // namespace

std::vector<LedgerView> ledger_examples() {
  LedgerView none = example_ledger();
  none.nothing =
      "首个调度期还没有设置，目前没有应报事项。由工作专班办公室在“设置”中确定后，这里按月列出本单位应报的内容。";
  none.periods.clear();

  LedgerView one = example_ledger();
  one.due_note.clear();
  one.rows = {example_row(9, "压减煤炭消费", Role::lead, ReportState::none)};
  one.rows[0].missing = true;
  one.rows[0].editable = false;
  one.locked = "2020年8月调度期已由专班办公室于 9月10日 09:00 关闭，不能再填报。确需补报的，请与专班办公室联系。";

  LedgerView hostile = full_ledger();
  hostile.unit = hostile.locked = hostile.reviewer = hostile.due_note = hostile_text();
  hostile.periods = {{hostile_text(), hostile_text(), true}};
  hostile.receipts = {{hostile_text(), hostile_url()}};
  for (auto& row : hostile.rows) {
    row.label = row.text = row.exempt_reason = hostile_text();
    row.url = hostile_url();
    row.report = hostile_report_text();
    row.lacks = {hostile_text()};
    row.sent_back = ReportReturn{hostile_text(), {}, hostile_text()};
  }
  return {none, one, full_ledger(), hostile};
}

}  // namespace sjsz::view
