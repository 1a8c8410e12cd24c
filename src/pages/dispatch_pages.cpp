#include "pages/dispatch_pages.h"

#include <algorithm>

#include "actions/reminder.h"
#include "domain/rights.h"
#include "pages/layout.h"
#include "pages/review_queue.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"
#include "storage/plan_store.h"
#include "storage/reminder_store.h"
#include "storage/report_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"
#include "view/dispatch_view.h"
#include "view/links.h"
#include "view/report_links.h"
#include "view/report_words.h"
#include "view/review_links.h"

namespace sjsz {
namespace {

using View = view::DispatchView;

struct Filter {
  const char *code, *word;
  bool (*keeps)(const View::Cell&);
};
const Filter filters[] = {
    {"outstanding", "有未报的", [](const View::Cell& cell) { return is_outstanding(cell.state); }},
    {"waiting", "有待审的", [](const View::Cell& cell) { return cell.state == ReportState::submitted; }},
    {"late", "有迟报的", [](const View::Cell& cell) { return cell.late; }},
};

const Filter* chosen_filter(const http::Request& request) {
  const auto asked = request.query("state").value_or("");
  if (asked.empty()) return nullptr;
  const auto found = std::ranges::find_if(filters, [&](const Filter& one) { return asked == one.code; });
  if (found == std::end(filters)) throw WrongQuery("state", "没有这种筛选。");
  return found;
}

std::vector<view::Option> filter_options(const Filter* chosen) {
  std::vector<view::Option> options = {{"", "全部单位", chosen == nullptr}};
  for (const auto& one : filters) options.push_back({one.code, one.word, chosen == &one});
  return options;
}

// The months of plans from the first period on that have begun, newest first.
std::vector<Month> list_months(const PeriodRules& rules, const std::vector<int>& years, const Date& today) {
  std::vector<Month> months;
  for (const int year : years) {
    for (int month = 1; month <= 12; ++month) {
      const Month one{year, month};
      if (phase_of({.month = one}, rules, today) != Phase::outside) months.push_back(one);
    }
  }
  std::ranges::sort(months, std::greater<>());
  return months;
}

// The month asked for, or the newest that may be submitted.
Month chosen_month(const http::Request& request, const std::vector<Month>& months, const PeriodRules& rules,
                   const Date& today) {
  const auto asked = request.query("period").value_or("");
  if (asked.empty()) {
    const auto open = newest_open_period(rules, today);
    const auto found = std::ranges::find_if(months, [&](const Month& one) { return open && one <= *open; });
    return found == months.end() ? months.front() : *found;
  }
  const auto month = parse_month(asked);
  if (!month || !std::ranges::count(months, *month)) throw WrongQuery("period", "没有这个调度期。");
  return *month;
}

// One month of all units, read once.
struct Board {
  LineNames names;
  std::vector<OwedLine> owed;
  std::map<ReportKey, Report> reports;
  Standing standing;
};

View::Cell cell_of(const Board& board, const OwedLine& line, bool reviews) {
  View::Cell cell;
  cell.seq = line.key.task ? line.key.task->value : 0;
  if (line.key.task) cell.role = line.role;
  cell.url = view::report_url(line.key);
  const auto found = board.reports.find(line.key);
  if (line.exempt) {
    cell.state = ReportState::exempt;
  } else if (found != board.reports.end()) {
    const auto& report = found->second;
    cell.state = report.state;
    cell.late = report.first_submitted && is_late(*report.first_submitted, board.standing.due.of(line.form()));
    if (reviews && cell.state == ReportState::submitted) cell.url = view::review_url(line.key);
  }
  return cell;
}

View::Row& row_of(std::vector<View::Row>& rows, std::vector<UnitCode>& codes, const Board& board, const UnitCode& unit,
                  std::size_t columns) {
  if (codes.empty() || codes.back() != unit) {
    codes.push_back(unit);
    rows.push_back({board.names.unit_name(unit), view::unit_url(unit), 0, {columns, std::nullopt}, {}});
  }
  return rows.back();
}

bool keeps(const Filter* filter, const View::Row& row) {
  if (!filter) return true;
  const auto fits = [&](const std::optional<View::Cell>& cell) { return cell && filter->keeps(*cell); };
  return fits(row.narrative) || std::ranges::any_of(row.tasks, fits);
}

std::string item_words(const Board& board, const ReportKey& key, ReportState state) {
  const auto* task = board.names.task_of(key);
  const std::string what = task ? "任务 " + std::to_string(task->seq.value) + " " + task->label : "工作进展情况报告";
  return what + "（" + std::string(view::report_state_word(state)) + "）";
}

// Nobody of the unit signed in since the month was opened, and nothing was written.
bool is_silent(const UnitActivity& unit, const Month& month) {
  const Month open = plus_months(month, 1);
  return !unit.last_edit && (!unit.last_seen || business_date(*unit.last_seen) < Date{open.year, open.month, 1});
}

void add_rows(View& page, const Board& board, const std::vector<Task>& tasks, const Filter* filter, bool reviews) {
  for (const auto& task : tasks) page.columns.push_back({task.seq.value, task.label});
  std::vector<View::Row> rows;
  std::vector<UnitCode> codes;
  for (const auto& line : board.owed) {
    auto& row = row_of(rows, codes, board, line.key.unit, tasks.size());
    const auto cell = cell_of(board, line, reviews);
    row.outstanding += is_outstanding(cell.state);
    if (!line.key.task) {
      row.narrative = cell;
      continue;
    }
    const auto column = std::ranges::find(tasks, *line.key.task, &Task::seq);
    row.tasks[static_cast<std::size_t>(column - tasks.begin())] = cell;
  }
  for (auto& row : rows) {
    if (keeps(filter, row)) page.rows.push_back(std::move(row));
  }
}

void add_calls(View& page, const Board& board, const std::vector<UnitActivity>& activity) {
  for (const auto& line : board.owed) {
    const auto found = board.reports.find(line.key);
    const auto state = found == board.reports.end() ? ReportState::none : found->second.state;
    if (line.exempt || !is_outstanding(state)) continue;
    if (page.calls.empty() || page.calls.back().code != line.key.unit) {
      View::Call call;
      call.code = line.key.unit;
      call.unit = board.names.unit_name(line.key.unit);
      const auto unit = std::ranges::find(activity, line.key.unit, &UnitActivity::unit);
      if (unit != activity.end()) {
        call.contact = unit->contact;
        call.phone = unit->phone;
        call.silent = page.phase == Phase::open && is_silent(*unit, page.period);
      }
      if (call.silent) page.silent.push_back(call.unit);
      page.calls.push_back(std::move(call));
    }
    auto& call = page.calls.back();
    call.items.push_back(item_words(board, line.key, state));
    call.due.insert(board.standing.due.of(line.form()));
  }
}

void add_counts(View& page, const Board& board) {
  std::vector<OwedLine> tasks, narratives;
  for (const auto& line : board.owed) (line.key.task ? tasks : narratives).push_back(line);
  std::vector<Report> reports;
  for (const auto& [key, report] : board.reports) reports.push_back(report);
  page.tasks = count_owed(tasks, reports, board.standing);
  page.narratives = count_owed(narratives, reports, board.standing);
}

void add_offices(View& page, const Board& board, const Offices& offices, const Date& today) {
  for (const auto& [key, report] : board.reports) {
    if (report.state != ReportState::submitted) continue;
    const auto name = offices.reviewers_of(key.unit);
    auto office = std::ranges::find(page.offices, name, &View::Office::name);
    if (office == page.offices.end()) office = page.offices.insert(page.offices.end(), {name, 0, 0});
    ++office->waiting;
    office->days = std::max(office->days, days_since(report.submitted_at.value(), today));
  }
}

void fill(View& page, const Visit& visit, Reader& db, const Filter* filter) {
  Board board{LineNames(db), list_owed(db, page.period), {}, {page.due, page.phase, page.today}};
  for (auto& report : list_reports(db, page.period, ReportTexts::none)) board.reports[report.key] = report;
  add_rows(page, board, list_tasks(db, page.period.year), filter, may_review(visit.visitor));
  add_calls(page, board, list_unit_activity(db, page.period));
  add_counts(page, board);
  add_offices(page, board, find_offices(db), visit.site.clock.today());
  for (const auto& one : list_reminders(db, page.period)) {
    page.records.push_back({one.at, one.by, board.names.unit_name(one.unit), one.way, one.note});
  }
}

View find_board(const Visit& visit, Reader& db, const std::optional<Month>& asked) {
  const auto today = visit.site.clock.today();
  const auto rules = find_period_rules(db);
  const auto months = list_months(rules, list_plan_years(db), today);
  const auto* filter = chosen_filter(visit.request);
  View page;
  page.states = filter_options(filter);
  page.may_remind = may_review(visit.visitor);
  if (months.empty()) {
    page.period = {today.year, today.month};
    page.nothing = "首个调度期还没有设置，或者还没有开始，目前没有单位应报事项。";
    return page;
  }
  page.period = asked ? *asked : chosen_month(visit.request, months, rules, today);
  for (const auto& month : months) {
    page.periods.push_back({to_string(month), to_string(month), month == page.period});
  }
  const auto period = find_period(db, page.period);
  page.due = due_dates(period, rules);
  page.phase = phase_of(period, rules, today);
  page.today = today;
  page.weekends_only = !rules.calendar.knows(page.due.lead.year);
  fill(page, visit, db, filter);
  return page;
}

http::Response dispatch_page(const Visit& visit, Reader& db, const View& page, int status = 200) {
  const auto body = view::render(visit.site.templates, page);
  const Frame frame{
      .title = status == 422 ? "错误：调度台" : "调度台", .current = "dispatch", .paper = "landscape.css"};
  return http::html(in_layout(visit, db, frame, body), status);
}

}  // namespace

http::Response show_dispatch(const Visit& visit, Reader& db) {
  auto page = find_board(visit, db, std::nullopt);
  if (const auto reminded = find_unit(db, {std::string(visit.request.query("reminded").value_or(""))})) {
    page.notice = "已登记对" + reminded->name + "的催报。";
  }
  return dispatch_page(visit, db, page);
}

http::Response remind_unit(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const actions::TypedReminder typed{
      visit.request.month("period"), {visit.request.parameter("unit")}, field_of(form, "way"), field_of(form, "note")};
  const auto done =
      db.write([&](Writer& writer) { return actions::record_reminder(writer, actor_of(visit), visit.visitor, typed); });
  if (done) {
    return http::see_other(view::with_query(view::dispatch_url(typed.period), "reminded", typed.unit.value) + "#calls");
  }
  if (done.error().field.empty()) throw http::Stop(404, done.error().reason);
  auto page = find_board(visit, *db.reader(), typed.period);
  const auto call = std::ranges::find(page.calls, typed.unit, &View::Call::code);
  if (call == page.calls.end()) throw http::Stop(422, done.error().reason);
  call->way = typed.way;
  call->note = typed.note;
  call->fault = done.error().reason;
  return dispatch_page(visit, *db.reader(), page, 422);
}

}  // namespace sjsz
