#include "pages/review_pages.h"

#include <algorithm>

#include "actions/report.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/rights.h"
#include "pages/guards.h"
#include "pages/layout.h"
#include "pages/no_room.h"
#include "pages/report_reading.h"
#include "pages/review_queue.h"
#include "pages/visible_report.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "view/links.h"
#include "view/report_words.h"
#include "view/review_links.h"
#include "view/review_view.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz {
namespace {

// A form has at most 200 fields.
constexpr std::size_t kMostAtOnce = 150;

view::ReviewView::Entry entry_of(const Visit& visit, const LineNames& names, const WaitingLine& line) {
  view::ReviewView::Entry entry;
  entry.key = line.report.key;
  entry.label = line.label;
  entry.unit = names.unit_name(entry.key.unit);
  entry.role = line.role;
  entry.submitted_at = line.report.submitted_at.value();
  entry.days = days_since(entry.submitted_at, visit.site.clock.today());
  entry.warnings = static_cast<int>(line.warnings.size());
  return entry;
}

// By those who may judge it, in the order of what waits longest.
void count_for(const std::string& reviewers, int days, std::vector<view::ReviewView::Office>& offices) {
  auto office = std::ranges::find(offices, reviewers, &view::ReviewView::Office::name);
  if (office == offices.end()) office = offices.insert(offices.end(), {reviewers, 0, 0});
  ++office->waiting;
  office->days = std::max(office->days, days);
}

view::Segments marked_text(const Task& task) {
  std::vector<std::string_view> sentences;
  for (const auto& requirement : task.requirements) sentences.push_back(requirement.sentence);
  return view::mark_all(task.text, sentences);
}

std::string against_url(const ReportKey& key, const char* what) {
  return view::with_query(view::review_url(key), "against", what);
}

// Earlier texts of the same line: of last month, and what was submitted before in this one. None beside a draft: what
// was withdrawn is the unit's own again.
std::vector<view::ReviewView::Comparison> comparisons_of(const Visit& visit, const WaitingLine& line,
                                                         const std::vector<Revision>& revisions) {
  const auto& key = line.report.key;
  std::vector<view::ReviewView::Comparison> all;
  if (line.report.state == ReportState::draft) return all;
  if (revisions.size() >= 2) {
    const auto& before = revisions[revisions.size() - 2];
    all.push_back({"第 " + std::to_string(before.number) + " 稿", against_url(key, "revision"), before.text});
  }
  if (line.previous) {
    all.push_back({view::month_word(line.previous->key.period), against_url(key, "month"), line.previous->text});
  }
  const bool by_month = visit.request.query("against") == "month";
  if (!all.empty()) (by_month ? all.back() : all.front()).current = true;
  return all;
}

bool was_late(Reader& db, const WaitingLine& line) {
  const auto& report = line.report;
  if (!report.first_submitted) return false;
  const auto due = due_dates(find_period(db, report.key.period), find_period_rules(db));
  return is_late(*report.first_submitted, due.of(line.form));
}

view::ReviewView::Line line_of(const Visit& visit, Reader& db, const LineNames& names, const WaitingLine& waiting) {
  const auto& report = waiting.report;
  const auto revisions = list_revisions(db, report.id);
  view::ReviewView::Line line;
  line.key = report.key;
  line.label = waiting.label;
  line.unit = names.unit_name(report.key.unit);
  line.role = waiting.role;
  line.state = report.state;
  line.late = was_late(db, waiting);
  line.revision = report.revisions;
  line.version = report.version;
  line.submitted_at = report.submitted_at;
  line.judged_state = report.judged_state;
  if (const auto* task = names.task_of(report.key)) {
    const int year = address_year(db, report.key.period.year);
    line.plan_text = marked_text(*task);
    for (const auto article : task->articles) {
      line.articles.push_back({view::article_mark(article), view::article_url(article, year)});
    }
  }
  line.form = waiting.form;
  line.requirements = waiting.requirements;
  line.text = report.text;
  if (const auto visible = find_visible_report(db, visit.visitor, report.key)) {
    line.files = files_to_read(list_visible_attachments(db, *visible));
  }
  line.warnings = waiting.warnings;
  line.comparisons = comparisons_of(visit, waiting, revisions);
  for (const auto& event : list_report_events(db, report.id)) {
    line.events.push_back({event.at, event.actor, event.verb, event.comment, event.revision, event.judged_state});
  }
  std::ranges::reverse(line.events);
  return line;
}

// The line to read: as it waits, or, asked for by its address, as it was last submitted.
std::optional<WaitingLine> choose(Reader& db, const LineNames& names, const std::vector<WaitingLine>& waiting,
                                  const std::optional<ReportKey>& asked, const Visitor& visitor) {
  for (const auto& line : waiting) {
    if (asked ? line.report.key == *asked : may_judge_report(visitor, line.report.key)) return line;
  }
  if (!asked) return std::nullopt;
  auto report = found(find_report(db, *asked, ReportTexts::submitted), "没有这一项填报。");
  return waiting_line(names, std::move(report), find_previous_report(db, *asked));
}

// 任务 9 区发改局8月的填报, 区发改局8月的工作进展情况报告
std::string line_words(const LineNames& names, const ReportKey& key) {
  const auto whose = names.unit_name(key.unit) + view::month_word(key.period) + "的";
  return key.task ? "任务 " + std::to_string(key.task->value) + " " + whose + "填报" : whose + "工作进展情况报告";
}

// What was done before this page came, and of which line.
std::string notice_of(const http::Request& request, const LineNames& names) {
  const auto done = request.query("done").value_or(""), about = request.query("about").value_or("");
  if (const int count = parse_whole(about); done == "clean" && count > 0) {
    return "无提醒的 " + std::to_string(count) + " 项已审核通过。";
  }
  const auto key = names.find_line(about);
  if (!key) return "";
  if (done == "accept") return line_words(names, *key) + "已审核通过。";
  return done == "return" ? "已退回" + line_words(names, *key) + "，填报单位会看到退回的原因。" : "";
}

http::Response review_page(const Visit& visit, Reader& db, const std::optional<ReportKey>& asked,
                           view::ReviewView page = {}, int status = 200) {
  const LineNames names(db);
  const auto offices = find_offices(db);
  const auto waiting = list_waiting(db, names);
  const auto chosen = choose(db, names, waiting, asked, visit.visitor);
  page.notice = notice_of(visit.request, names);
  for (const auto& line : waiting) {
    const bool may_judge = may_judge_report(visit.visitor, line.report.key);
    auto entry = entry_of(visit, names, line);
    entry.current = chosen && chosen->report.key == entry.key;
    const auto reviewers = offices.reviewers_of(entry.key.unit);
    count_for(reviewers, entry.days, page.offices);
    if (!may_judge) entry.reviewers = reviewers;
    page.clean += may_judge && line.warnings.empty();
    (may_judge ? page.queue : page.own).push_back(std::move(entry));
  }
  if (chosen) {
    page.line = line_of(visit, db, names, *chosen);
    const auto& unit = chosen->report.key.unit;
    if (!may_judge_report(visit.visitor, chosen->report.key)) page.line->reviewers = offices.reviewers_of(unit);
  }
  const auto body = view::render(visit.site.templates, page);
  const std::string title = status == 422 ? "错误：审核" : "审核";
  return http::html(in_layout(visit, db, {.title = title, .current = "review"}, body), status);
}

// The line that comes after this one in the visitor's queue, or else the first of the others.
std::optional<ReportKey> next_after(Reader& db, const Visitor& visitor, const ReportKey& key) {
  std::optional<ReportKey> first;
  bool passed = false;
  for (const auto& report : list_submitted_reports(db)) {
    if (report.key == key) {
      passed = true;
    } else if (may_judge_report(visitor, report.key)) {
      if (passed) return report.key;
      if (!first) first = report.key;
    }
  }
  return first;
}

ReportKey key_of(const http::Request& request) {
  const int task = request.number("task");
  return {
      request.month("period"), task == 0 ? std::nullopt : std::optional(TaskSeq{task}), {request.parameter("unit")}};
}

void record_refusal(const Visit& visit, Db& db, const std::string& action, const ReportKey& key) {
  visit.guards->refusals.record(db, actor_of(visit), action, "reports/" + view::line_word(key));
}

// Why a line was not judged, on the page of what it is now, with everything that was typed.
http::Response refused(const Visit& visit, Db& db, const std::string& action, const ReportKey& key,
                       const actions::Refusal& refusal, view::ReviewView page) {
  if (refusal.why == actions::Refusal::not_allowed) {
    if (may_judge_report(visit.visitor, key)) throw http::Stop(404, refusal.reason);
    record_refusal(visit, db, action, key);
    throw http::Stop(403, refusal.reason);
  }
  const bool wrong_field = refusal.why == actions::Refusal::incomplete;
  if (!wrong_field) page.conflict = refusal.reason;
  return review_page(visit, *db.reader(), key, std::move(page), wrong_field ? 422 : 409);
}

http::Response to_next(const std::optional<ReportKey>& next, const std::string& done, const std::string& about) {
  const auto url = view::with_query(next ? view::review_url(*next) : view::review_url(), "done", done);
  return http::see_other(view::with_query(url, "about", about));
}

// Decides about one line and goes on to the next. Refused, or with a full disk, the line comes again, with what was
// typed and why in `fault`.
template <class Decide>
http::Response judge(const Visit& visit, Db& db, const std::string& verb, view::ReviewView page,
                     std::string view::ReviewView::Typed::*fault, Decide decide) {
  const auto key = key_of(visit.request);
  const auto next = next_after(*db.reader(), visit.visitor, key);
  try {
    const auto outcome = db.write(decide);
    if (outcome) return to_next(next, verb, view::line_word(key));
    page.typed.*fault = outcome.error().reason;
    return refused(visit, db, "report." + verb, key, outcome.error(), page);
  } catch (const NoRoom& full) {
    log_no_room(visit.request, full);
    page.typed.*fault = no_room_words("再办理。");
    return review_page(visit, *db.reader(), key, page, kNoRoomStatus);
  }
}

}  // namespace

http::Response show_review(const Visit& visit, Reader& db) {
  const auto word = visit.request.query("line").value_or("");
  if (word.empty()) return review_page(visit, db, std::nullopt);
  return review_page(visit, db, found(view::parse_line_word(word), "没有这一项填报。"));
}

http::Response accept_line(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  const auto key = key_of(visit.request);
  view::ReviewView page;
  page.typed.accept_comment = field_of(form, "comment");
  page.typed.judged_state = field_of(form, "judged_state");
  const auto judged = from_code<WorkState>(page.typed.judged_state);
  if (!judged && !page.typed.judged_state.empty()) {
    page.typed.accept_fault = "核定状态请从列表中选择。";
    return review_page(visit, *db.reader(), key, std::move(page), 422);
  }
  return judge(visit, db, "accept", std::move(page), &view::ReviewView::Typed::accept_fault, [&](Writer& writer) {
    return actions::accept_report(writer, actor_of(visit), visit.visitor, key, parse_whole(field_of(form, "version")),
                                  judged, field_of(form, "comment"));
  });
}

http::Response return_line(const Visit& visit, Db& db) {
  const auto form = form_of(visit.request);
  view::ReviewView page;
  page.typed.return_comment = field_of(form, "comment");
  return judge(visit, db, "return", std::move(page), &view::ReviewView::Typed::return_fault, [&](Writer& writer) {
    return actions::return_report(writer, actor_of(visit), visit.visitor, key_of(visit.request),
                                  parse_whole(field_of(form, "version")), field_of(form, "comment"));
  });
}

namespace {

http::Response accept_clean_page(const Visit& visit, Reader& db, const std::string& conflict, int status) {
  const LineNames names(db);
  view::AcceptCleanView page;
  page.conflict = conflict;
  for (const auto& line : list_waiting(db, names)) {
    const auto& report = line.report;
    if (!may_judge_report(visit.visitor, report.key)) continue;
    page.others += !line.warnings.empty();
    if (!line.warnings.empty() || page.lines.size() == kMostAtOnce) continue;
    page.lines.push_back(
        {report.key, report.version, line.label, names.unit_name(report.key.unit), line.role, report.text.self_state,
         report.text.no_progress ? "本月无新进展：" + *report.text.no_progress : report.text.progress});
  }
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {.title = "批量通过", .current = "review"}, body), status);
}

// 2020-08.15.zhujian.7
actions::Submission seen_line(const std::string& word) {
  const auto point = word.rfind('.');
  const auto key = view::parse_line_word(std::string_view(word).substr(0, std::min(point, word.size())));
  const int version = point == std::string::npos ? -1 : parse_whole(std::string_view(word).substr(point + 1));
  if (!key || version < 0) throw http::Stop(422, "请从“批量通过”页面提交。");
  return {*key, version};
}

}  // namespace

http::Response show_accept_clean(const Visit& visit, Reader& db) { return accept_clean_page(visit, db, "", 200); }

http::Response accept_clean(const Visit& visit, Db& db) {
  std::vector<actions::Submission> lines;
  for (const auto& [name, value] : form_of(visit.request)) {
    if (name == "line") lines.push_back(seen_line(value));
  }
  if (lines.empty()) return accept_clean_page(visit, *db.reader(), "没有选中任何事项，", 422);
  const auto outcome = db.write([&](Writer& writer) -> tl::expected<void, actions::Refusal> {
    for (const auto& line : lines) {
      const auto done =
          actions::accept_report(writer, actor_of(visit), visit.visitor, line.key, line.seen, std::nullopt, "");
      if (!done) return tl::unexpected(done.error());
    }
    return {};
  });
  if (outcome) return to_next(std::nullopt, "clean", std::to_string(lines.size()));
  const auto& refusal = outcome.error();
  if (refusal.why == actions::Refusal::not_allowed) {
    record_refusal(visit, db, "report.accept", refusal.key);
    throw http::Stop(403, refusal.reason);
  }
  return accept_clean_page(visit, *db.reader(), refusal.reason, 409);
}

}  // namespace sjsz
