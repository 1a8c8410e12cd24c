#include "view/calendar_setting_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

const char* weekday_word(const Date& date) {
  if (!is_weekend(date)) return "";
  return is_weekend(plus_days(date, 1)) ? "周六" : "周日";
}

Data day_data(const CalendarDay& day) {
  return Object()
      .text("date", date_words(day.date))
      .optional_text("weekday", weekday_word(day.date))
      .text("name", day.name)
      .flag("works", day.works)
      .data();
}

// 2020年10月1日至10月7日, or one day; several of them with 、 between.
std::string span_words(const std::vector<CalendarDay>& days) {
  std::vector<std::string> spans;
  for (std::size_t first = 0, next = 0; first < days.size(); first = next) {
    next = first + 1;
    while (next < days.size() && days[next].date == plus_days(days[next - 1].date, 1)) ++next;
    const auto until = next - first > 1 ? "至" + day_words(days[next - 1].date) : "";
    spans.push_back(date_words(days[first].date) + until);
  }
  return join(spans, "、");
}

std::string days_words(const std::vector<CalendarDay>& days) {
  if (days.empty()) return "";
  return span_words(days) + (days.front().works ? " 上班　" : " 放假　") + days.front().name;
}

Data row_data(const CalendarRow& row) {
  return Object()
      .text("line", row.line)
      .text("text", row.text)
      .text("days", days_words(row.days))
      .optional_text("fault", row.fault)
      .data();
}

std::string due_dates_words(const DueDates& due) {
  return date_words(due.lead) + (due.differ() ? "（配合事项" + date_words(due.supporting) + "）" : "");
}

Data move_data(const DueMove& move) {
  return Object()
      .text("period", month_words(move.period))
      .text("before", due_dates_words(move.before))
      .text("after", due_dates_words(move.after))
      .data();
}

Data kept_data(const DueMove& move) {
  return Object().text("period", month_words(move.period)).text("before", due_dates_words(move.before)).data();
}

std::vector<DueMove> moves_that_are(bool kept, const std::vector<DueMove>& moves) {
  std::vector<DueMove> some;
  std::ranges::copy_if(moves, std::back_inserter(some), [&](const DueMove& move) { return move.kept == kept; });
  return some;
}

}  // namespace

std::string calendar_setting_url() { return "/admin/calendar"; }
std::string calendar_setting_url(int year) { return with_query(calendar_setting_url(), "year", std::to_string(year)); }
std::string calendar_preview_url() { return calendar_setting_url() + "/preview"; }

std::string render(const Templates& templates, const CalendarSettingView& view) {
  return templates.render("calendar_setting", Object()
                                                  .text("settings_url", settings_url())
                                                  .text("calendar_url", calendar_setting_url())
                                                  .text("preview_url", calendar_preview_url())
                                                  .text("year", view.year)
                                                  .list("years", view.years, option_data)
                                                  .flag("none", view.days.empty())
                                                  .list("days", view.days, day_data)
                                                  .text("rows", view.rows)
                                                  .optional_text("rows_fault", view.rows_fault)
                                                  .optional_text("notice", view.notice)
                                                  .data());
}

std::vector<CalendarSettingView> calendar_setting_examples() {
  const CalendarDay free{{2020, 10, 1}, false, "国庆节、中秋节"}, worked{{2020, 10, 10}, true, "国庆节、中秋节"};
  CalendarSettingView none;
  none.year = 2021;
  none.years = {{"2020", "2020"}, {"2021", "2021", true}};
  CalendarSettingView full = none;
  full.year = 2020;
  full.days = {free, worked};
  full.rows = calendar_lines(full.days);
  full.notice = "2020年的节假日与调休已保存。";
  CalendarSettingView hostile = full;
  hostile.days[0].name = hostile.rows = hostile.rows_fault = hostile.notice = hostile_text();
  return {none, full, hostile};
}

std::string render(const Templates& templates, const CalendarPreviewView& view) {
  const auto faulty = std::ranges::count_if(view.rows, [](const auto& row) { return !row.fault.empty(); });
  const auto moved = moves_that_are(false, view.moves), kept = moves_that_are(true, view.moves);
  Object page;
  add_faults(page, {view.reason});
  return templates.render("calendar_preview", page.text("settings_url", settings_url())
                                                  .text("calendar_url", calendar_setting_url())
                                                  .text("year_url", calendar_setting_url(view.year))
                                                  .text("preview_url", calendar_preview_url())
                                                  .text("year", view.year)
                                                  .text("count", static_cast<int>(days_of(view.rows).size()))
                                                  .flag("wrong", faulty > 0)
                                                  .text("wrong_count", static_cast<int>(faulty))
                                                  .list("rows", view.rows, row_data)
                                                  .text("text", view.text)
                                                  .flag("has_moves", !moved.empty())
                                                  .text("move_count", static_cast<int>(moved.size()))
                                                  .list("moves", moved, move_data)
                                                  .flag("has_kept", !kept.empty())
                                                  .list("kept", kept, kept_data)
                                                  .flag("first_is_set", view.first_is_set)
                                                  .text("seen", view.seen)
                                                  .list("fields", std::vector{view.reason}, field_data)
                                                  .optional_text("refusal", view.refusal)
                                                  .data());
}

std::vector<CalendarPreviewView> calendar_preview_examples() {
  CalendarPreviewView good;
  good.year = 2020;
  good.text = "2020-10-01\t放假\t国庆节";
  good.rows = {{1, good.text, {{{2020, 10, 1}, false, "国庆节"}}, ""}};
  good.seen = "0011223344556677";
  good.reason = {.name = "reason", .label = "依据或原因"};
  CalendarPreviewView full = good;
  full.rows.push_back({2, "10月10日 上班", {{{2020, 10, 10}, true, "调休"}}, ""});
  const Date fifth{2020, 10, 5}, ninth{2020, 10, 9}, april{2020, 4, 5}, seventh{2020, 4, 7};
  full.moves = {{{2020, 9}, {fifth, fifth}, {ninth, ninth}}, {{2020, 3}, {april, april}, {seventh, april}, true}};
  full.reason.fault = "请写明依据或原因，最多 200 个字。";
  full.refusal = "核对期间有人改了这一年的节假日安排。";
  full.first_is_set = false;
  CalendarPreviewView faulty = good;
  faulty.rows = {{3, "明天放假", {}, "没有看出日期。"}};
  CalendarPreviewView hostile = full;
  hostile.text = hostile.rows[0].text = hostile.rows[1].fault = hostile.seen = hostile.refusal = hostile_text();
  hostile.rows[0].days[0].name = hostile.reason.value = hostile_text();
  return {good, full, faulty, hostile};
}

}  // namespace sjsz::view
