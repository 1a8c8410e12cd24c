#include "pages/calendar_setting_pages.h"

#include <algorithm>
#include <set>

#include "actions/calendar.h"
#include "base/text.h"
#include "document/calendar_json.h"
#include "http/multipart.h"
#include "pages/layout.h"
#include "storage/calendar_store.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "view/calendar_setting_view.h"
#include "view/links.h"

namespace sjsz {
namespace {

struct Sent {
  int year = 0;
  std::string rows, seen, reason;
};

int year_of(std::string_view typed) {
  const int year = parse_whole(typed);
  if (year < 1900 || year > 2999) throw WrongQuery("year", "年份请写成 2020 的样子。");
  return year;
}

// An ordinary form, or one with a file: the file, where one was chosen, stands for the box.
Sent read_form(const http::Request& request) {
  if (!request.header("content-type").starts_with("multipart/form-data")) {
    const auto form = form_of(request);
    return {year_of(field_of(form, "year")), field_of(form, "rows"), field_of(form, "seen"), field_of(form, "reason")};
  }
  const auto parts = http::parse_multipart(request.header("content-type"), request.content());
  if (!parts) throw http::Stop(parts.error(), "表单不完整，请重新提交。");
  Sent sent;
  std::string year, file;
  for (const auto& part : *parts) {
    if (part.name == "year") year = part.bytes;
    if (part.name == "rows") sent.rows = part.bytes;
    if (part.name == "file") file = part.bytes;
  }
  if (!trim(file).empty()) sent.rows = file;
  sent.year = year_of(year);
  return sent;
}

std::vector<CalendarDay> days_in(Reader& db, int year) {
  auto days = list_calendar_days(db);
  std::erase_if(days, [&](const CalendarDay& day) { return day.date.year != year; });
  return days;
}

std::vector<view::Option> year_options(const Visit& visit, Reader& db, int chosen) {
  const int this_year = visit.site.clock.today().year;
  std::set<int> years{chosen, this_year, this_year + 1};
  for (const int year : list_plan_years(db)) years.insert({year, year + 1});
  for (const auto& day : list_calendar_days(db)) years.insert(day.date.year);
  std::vector<view::Option> options;
  for (const int year : years) options.push_back({std::to_string(year), std::to_string(year), year == chosen});
  return options;
}

http::Response setting_page(const Visit& visit, Reader& db, view::CalendarSettingView page) {
  page.years = year_options(visit, db, page.year);
  page.days = days_in(db, page.year);
  if (page.rows_fault.empty()) page.rows = calendar_lines(page.days);
  const auto title = std::string(page.rows_fault.empty() ? "" : "错误：") + "节假日与调休";
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = title, .current = "setting"}, body),
                    page.rows_fault.empty() ? 200 : 422);
}

http::Response wrong_rows(const Visit& visit, Reader& db, const Sent& sent, std::string fault) {
  view::CalendarSettingView page;
  page.year = sent.year;
  page.rows = is_clean_utf8(sent.rows) ? sent.rows : "";
  page.rows_fault = std::move(fault);
  return setting_page(visit, db, std::move(page));
}

bool are_good(const std::vector<CalendarRow>& rows) {
  return std::ranges::all_of(rows, [](const CalendarRow& row) { return row.fault.empty(); });
}

http::Response preview_page(const Visit& visit, Reader& db, const Sent& sent, const FieldFault& fault = {}) {
  view::CalendarPreviewView page;
  page.year = sent.year;
  page.text = sent.rows;
  page.rows = read_calendar_rows(sent.rows, sent.year);
  page.moves = actions::list_moves(db, sent.year, days_of(page.rows), visit.site.clock.today());
  page.first_is_set = !find_setting(db, "first_period").value_or("").empty();
  page.seen = actions::calendar_stamp(db, sent.year);
  page.reason = {.name = "reason",
                 .label = "依据或原因",
                 .value = sent.reason,
                 .hint = "例如 国办发明电〔2019〕16号",
                 .fault = fault.field == "reason" ? fault.reason : ""};
  if (fault.field == "seen") page.refusal = fault.reason;
  const bool good = are_good(page.rows) && fault.field != "reason";
  const auto title = std::string(good ? "" : "错误：") + "核对节假日安排";
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = title, .current = "setting"}, body),
                    !good ? 422 : (fault.field == "seen" ? 409 : 200));
}

}  // namespace

http::Response show_calendar_setting(const Visit& visit, Reader& db) {
  const auto asked = visit.request.query("year").value_or("");
  view::CalendarSettingView page;
  page.year = asked.empty() ? visit.site.clock.today().year : year_of(asked);
  if (visit.request.query("done")) page.notice = std::to_string(page.year) + "年的节假日与调休已保存。";
  return setting_page(visit, db, std::move(page));
}

http::Response preview_calendar(const Visit& visit, Db& db) {
  auto sent = read_form(visit.request);
  auto reader = db.reader();
  if (!is_clean_utf8(sent.rows)) {
    return wrong_rows(visit, *reader, sent, "文件不是 UTF-8 编码：请打开后复制粘贴，或者另存为“CSV UTF-8”。");
  }
  if (document::looks_like_json(sent.rows)) {
    const auto days = document::read_calendar_json(sent.rows);
    if (!days) return wrong_rows(visit, *reader, sent, "JSON 文件有误：" + days.error());
    sent.rows = calendar_lines(*days);
  }
  if (days_of(read_calendar_rows(sent.rows, sent.year)).empty() && are_good(read_calendar_rows(sent.rows, sent.year))) {
    return wrong_rows(visit, *reader, sent, "没有读到日期，请粘贴内容或选择文件。");
  }
  return preview_page(visit, *reader, sent);
}

http::Response change_calendar(const Visit& visit, Db& db) {
  const auto sent = read_form(visit.request);
  const auto rows = read_calendar_rows(sent.rows, sent.year);
  if (rows.empty()) return wrong_rows(visit, *db.reader(), sent, "没有读到日期，请粘贴内容或选择文件。");
  if (!are_good(rows)) return preview_page(visit, *db.reader(), sent);
  const auto done = db.write([&](Writer& writer) {
    return actions::change_calendar(writer, actor_of(visit), visit.visitor,
                                    {sent.year, days_of(rows), sent.seen, sent.reason});
  });
  if (done) return http::see_other(view::with_query(view::calendar_setting_url(sent.year), "done", "1"));
  return preview_page(visit, *db.reader(), sent, done.error());
}

}  // namespace sjsz
