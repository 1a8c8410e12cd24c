#include "view/dispatch_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/fields.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/period_view.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz::view {

std::string dispatch_url() { return "/dispatch"; }
std::string dispatch_url(const Month& period) { return with_query(dispatch_url(), "period", to_string(period)); }
std::string remind_url(const Month& period, const UnitCode& unit) {
  return dispatch_url() + "/" + to_string(period) + "/" + unit.value + "/reminders";
}

namespace {

using Cell = DispatchView::Cell;

std::string_view mark_of(ReportState state) {
  switch (state) {
    case ReportState::none:
      return "未";
    case ReportState::draft:
      return "填";
    case ReportState::submitted:
      return "待";
    case ReportState::returned:
      return "退";
    case ReportState::accepted:
      return "审";
    case ReportState::exempt:
      return "免";
  }
  return {};
}

std::string cell_words(const Cell& cell) {
  std::string words = cell.seq == 0 ? "工作进展情况报告" : "任务 " + std::to_string(cell.seq);
  if (cell.role) words += "，" + std::string(role_name(*cell.role));
  words += "，" + std::string(report_state_word(cell.state));
  return cell.late ? words + "（迟报）" : words;
}

Data cell_data(const Cell& cell) {
  return Object()
      .text("url", cell.url)
      .text("mark", mark_of(cell.state))
      .text("class", report_state_class(cell.state))
      .flag("lead", cell.role && *cell.role != Role::support)
      .text("words", cell_words(cell))
      .data();
}

Data row_data(const DispatchView::Row& row) {
  return Object()
      .text("unit", row.unit)
      .text("url", row.url)
      .optional_text("outstanding", row.outstanding > 0 ? std::to_string(row.outstanding) : "")
      .list("tasks", row.tasks,
            [](const std::optional<Cell>& cell) { return Object().list("cell", one_or_none(cell), cell_data).data(); })
      .list("narrative", one_or_none(row.narrative), cell_data)
      .data();
}

// 及时 36/42（85.7 %）
std::string rate_words(int part, int whole) {
  if (whole == 0) return "0/0";
  const int per_mille = (part * 1000 + whole / 2) / whole;
  return std::to_string(part) + "/" + std::to_string(whole) + "（" + std::to_string(per_mille / 10) + "." +
         std::to_string(per_mille % 10) + " %）";
}

// The answers of which every line has exactly one, and what the submitted ones are.
std::string count_words(const OwedCounts& counts, const std::string& what, const char* measure) {
  const auto number = [](int value) { return std::to_string(value); };
  std::string words = what + " " + number(counts.owed) + " " + measure + "：已报 " + number(counts.submitted) +
                      "（已审 " + number(counts.accepted) + "，待审 " + number(counts.waiting) + "，退回 " +
                      number(counts.returned) + "；其中本月无新进展 " + number(counts.no_progress) + "）";
  if (counts.missing > 0) words += "，未报 " + number(counts.missing);
  if (counts.open > 0 || counts.missing == 0) words += "，未到期 " + number(counts.open);
  words += "；另有免报 " + number(counts.exempt) + "。";
  return words + "及时 " + rate_words(counts.on_time, counts.owed) + "，完成 " +
         rate_words(counts.submitted, counts.owed) + "。";
}

std::string countdown_words(const DispatchView& view) {
  const auto& due = view.due;
  const auto day = day_words(due.lead) + " 24 时" +
                   (due.differ() ? "；配合事项" + day_words(due.supporting) + " 24 时" : "") +
                   (view.weekends_only ? "，" + std::to_string(due.lead.year) + " 年节假日未录入，只按周末顺延" : "");
  if (view.phase == Phase::closed) return "本期已关闭（截止 " + day + "）";
  const int days_left = days_between(view.today, due.lead);
  if (days_left < 0) {
    return "已过截止 " + std::to_string(-days_left) + " 天（" + day + "），" +
           (view.phase == Phase::overdue ? "现在提交的记为迟报" : "过期提交的记为迟报");
  }
  if (days_left == 0) return "今天截止（" + day + "）";
  return "距截止 " + std::to_string(days_left) + " 天（" + day + "）";
}

// 请于 9月7日 24 时前在系统中提交。
std::string please_words(const DispatchView& view, const DispatchView::Call& call) {
  std::vector<std::string> sentences;
  for (const auto& date : call.due) {
    const std::string what = call.due.size() == 1 ? "" : date == view.due.supporting ? "配合事项" : "其他事项";
    const auto day = day_words(date) + " 24 时";
    sentences.push_back(view.today > date ? what + "截止时间 " + day + " 已过，请尽快在系统中提交。"
                                          : what + "请于 " + day + "前在系统中提交。");
  }
  return join(sentences, "");
}

std::string call_text(const DispatchView& view, const DispatchView::Call& call) {
  std::string text = call.unit + "：" + month_words(view.period) + "“四减四增”填报还差 " +
                     std::to_string(call.items.size()) + " 项：" + join(call.items, "、") + "。";
  return text + please_words(view, call);
}

std::vector<Option> way_options(const std::string& typed) {
  std::vector<Option> options;
  for (const auto& way : kReminderWays) {
    options.push_back({std::string(way.code), std::string(way.word), way.code == typed});
  }
  return options;
}

std::string call_id(const DispatchView::Call& call) { return "c-" + call.code.value; }

Data call_data(const DispatchView& view, const DispatchView::Call& call) {
  return Object()
      .text("id", call_id(call))
      .text("unit", call.unit)
      .text("count", static_cast<int>(call.items.size()))
      .text("contact", call.contact.empty() ? "未登记联系人" : call.contact)
      .text("phone", call.phone.empty() ? "未登记电话" : call.phone)
      .flag("silent", call.silent)
      .text("text", call_text(view, call))
      .flag("may_remind", view.may_remind)
      .text("url", remind_url(view.period, call.code))
      .list("ways", way_options(call.way), option_data)
      .text("note", call.note)
      .optional_text("fault", call.fault)
      .data();
}

std::string way_word(const std::string& code) {
  const auto found = std::ranges::find(kReminderWays, code, &ReminderWay::code);
  return found == kReminderWays.end() ? code : std::string(found->word);
}

Data record_data(const DispatchView::Record& record) {
  return Object()
      .text("at", moment_words(record.at))
      .text("who", record.who)
      .text("what", way_word(record.way) + "催" + record.unit)
      .optional_text("note", record.note)
      .data();
}

Data column_data(const DispatchView::Column& column) {
  return Object().text("seq", column.seq).text("label", column.label).data();
}

Data office_data(const DispatchView::Office& office) {
  return Object().text("name", office.name).text("waiting", office.waiting).text("days", office.days).data();
}

std::vector<Fault> faults_of(const DispatchView& view) {
  std::vector<Fault> faults;
  for (const auto& call : view.calls) {
    if (!call.fault.empty()) faults.push_back({call_id(call) + "-way", call.fault});
  }
  return faults;
}

}  // namespace

std::string render(const Templates& templates, const DispatchView& view) {
  const int outstanding = view.tasks.outstanding + view.narratives.outstanding;
  Object data;
  add_faults(data, faults_of(view));
  data.text("month", month_words(view.period))
      .text("dispatch_url", dispatch_url())
      .list("periods", view.periods, option_data)
      .list("states", view.states, option_data)
      .flag("has_periods", !view.periods.empty())
      .flag("may_set", view.may_remind && view.nothing.empty())
      .text("period_url", period_url(view.period))
      .optional_text("nothing", view.nothing)
      .optional_text("notice", view.notice)
      .text("due", countdown_words(view))
      .optional_text("outstanding", outstanding > 0 ? std::to_string(outstanding) : "")
      .text("units_owing", static_cast<int>(view.calls.size()))
      .flag("has_calls", !view.calls.empty())
      .text("task_counts", count_words(view.tasks, "应报任务", "项"))
      .text("narrative_counts", count_words(view.narratives, "工作进展情况报告", "份"))
      .list("columns", view.columns, column_data)
      .flag("no_rows", view.rows.empty())
      .list("rows", view.rows, row_data)
      .flag("has_offices", !view.offices.empty())
      .list("offices", view.offices, office_data)
      .list("calls", view.calls, [&](const auto& call) { return call_data(view, call); })
      .optional_text("silent", join(view.silent, "、"))
      .flag("has_records", !view.records.empty())
      .list("records", view.records, record_data);
  return templates.render("dispatch", data.data());
}

namespace {

Cell example_cell(int seq, ReportState state, std::optional<Role> role = Role::lead) {
  return {state, role, seq, "/reports/2020-08/9/fagai", state == ReportState::returned};
}

DispatchView example_dispatch() {
  DispatchView view;
  view.period = {2020, 8};
  view.periods = {{"2020-08", "2020-08", true}, {"2020-07", "2020-07"}};
  view.states = {{"", "全部单位", true}, {"outstanding", "有未报的"}};
  view.due = {{2020, 9, 7}, {2020, 9, 7}};
  view.today = {2020, 9, 3};
  view.may_remind = true;
  return view;
}

DispatchView full_dispatch() {
  DispatchView view = example_dispatch();
  view.columns = {{1, "淘汰落后产能"}, {5, "传统行业绿色改造"}, {9, "压减煤炭消费"}};
  view.tasks = {.owed = 5,
                .submitted = 3,
                .accepted = 1,
                .waiting = 1,
                .returned = 1,
                .on_time = 2,
                .late = 1,
                .open = 2,
                .no_progress = 1,
                .exempt = 1,
                .outstanding = 3};
  view.narratives = {.owed = 2, .submitted = 1, .accepted = 1, .on_time = 1, .open = 1, .outstanding = 1};
  view.rows = {{"区工信局",
                "/units/gongxin",
                1,
                {example_cell(1, ReportState::accepted), example_cell(5, ReportState::submitted, Role::support),
                 example_cell(9, ReportState::none, Role::support)},
                example_cell(0, ReportState::accepted, {})},
               {"区发改局",
                "/units/fagai",
                3,
                {std::nullopt, example_cell(5, ReportState::returned), example_cell(9, ReportState::draft)},
                example_cell(0, ReportState::exempt, {})}};
  view.offices = {{"区政府办公室、市生态环境局历下分局", 1, 2}};
  view.calls = {{{"fagai"},
                 "区发改局",
                 "赵志强",
                 "0531-88150000",
                 {"任务 5 传统行业绿色改造（退回修改）", "任务 9 压减煤炭消费（填写中）"},
                 {{2020, 9, 7}},
                 false,
                 "phone",
                 "",
                 ""},
                {{"gongxin"},
                 "区工信局",
                 "",
                 "",
                 {"任务 9 压减煤炭消费（未开始）"},
                 {{2020, 9, 7}},
                 true,
                 "",
                 "下午报",
                 "请选择催报的方式。"}};
  view.silent = {"区工信局"};
  view.records = {{business_instant({2020, 9, 3}, std::chrono::minutes(555)), "专班办公室", "区发改局", "phone",
                   "任务 9 今天下午报"}};
  return view;
}

}  // namespace

std::vector<DispatchView> dispatch_examples() {
  DispatchView none = example_dispatch();
  none.nothing = "首个调度期还没有设置，目前没有单位应报事项。";
  none.periods.clear();

  DispatchView closed = full_dispatch();
  closed.phase = Phase::closed;
  closed.today = {2020, 9, 27};
  closed.tasks.missing = 2;
  closed.tasks.open = 0;
  closed.may_remind = false;
  closed.rows.clear();

  DispatchView today = full_dispatch();
  today.today = {2020, 9, 7};
  today.weekends_only = true;
  today.notice = "已登记对区发改局的催报。";
  today.calls.clear();
  today.tasks.outstanding = today.narratives.outstanding = 0;

  DispatchView hostile = full_dispatch();
  hostile.today = {2020, 9, 8};
  hostile.columns[0].label = hostile.offices[0].name = hostile.silent[0] = hostile_text();
  hostile.rows[0].unit = hostile_text();
  hostile.rows[0].url = hostile.rows[0].tasks[0]->url = hostile_url();
  hostile.calls[1] = {{"gongxin"}, hostile_text(), hostile_text(), hostile_text(), {hostile_text()},
                      {},          true,           hostile_text(), hostile_text(), hostile_text()};
  hostile.records = {{{}, hostile_text(), hostile_text(), hostile_text(), hostile_text()}};
  return {none, closed, today, full_dispatch(), hostile};
}

}  // namespace sjsz::view
