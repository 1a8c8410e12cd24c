#include "pages/confirm_pages.h"

#include <algorithm>

#include "actions/report.h"
#include "base/text.h"
#include "domain/rights.h"
#include "pages/layout.h"
#include "pages/unit_month.h"
#include "storage/receipt_store.h"
#include "view/confirm_view.h"
#include "view/report_links.h"
#include "view/report_words.h"

namespace sjsz {
namespace {

const Report* find_in(const std::vector<Report>& reports, const ReportKey& key) {
  for (const auto& one : reports) {
    if (one.key.task == key.task && one.key.unit == key.unit) return &one;
  }
  return nullptr;
}

// What was said before, all lines at once: in earlier months, and in this one before it was sent back.
struct Before {
  std::vector<Report> earlier, submitted;
};

Before find_before(Reader& db, const UnitMonth& month) {
  return {list_previous_reports(db, month.month),
          list_reports_of_unit(db, month.month, month.unit, ReportTexts::submitted)};
}

// As it will be submitted: without progress, last month's own assessment and completion stay.
ReportText text_of(const UnitLine& line, const Report* earlier) {
  auto text = line.report.text;
  if (line.form != ReportForm::full || !text.no_progress) return text;
  text.self_state = earlier && earlier->text.self_state ? earlier->text.self_state : WorkState::not_started;
  text.completion = earlier && earlier->text.completion ? earlier->text.completion : 0;
  return text;
}

view::ConfirmView::Line line_view(const UnitLine& line, const Before& before) {
  const auto* earlier = find_in(before.earlier, line.owed.key);
  view::ConfirmView::Line shown;
  if (line.task) {
    shown.seq = line.task->seq.value;
    shown.label = line.task->label;
    shown.role = line.owed.role;
  }
  shown.url = view::report_url(line.owed.key);
  shown.version = line.report.version;
  shown.form = line.form;
  shown.requirements = requirements_of(line);
  shown.text = text_of(line, earlier);
  shown.warnings = list_warnings(shown.text, earlier ? &earlier->text : nullptr, shown.requirements);
  if (earlier) {
    shown.before = earlier->text;
    shown.before_title = view::month_word(earlier->key.period);
  }
  if (const auto* sent_back = find_in(before.submitted, line.owed.key); line.sent_back && sent_back) {
    shown.before = sent_back->text;
    shown.before_title = "退回的一稿";
  }
  return shown;
}

view::ConfirmView::Held held_view(const UnitLine& line) {
  view::ConfirmView::Held held{title_of(line), view::report_url(line.owed.key), line.report.state, {}};
  for (const auto& fault : line.missing) {
    held.lacks.push_back(view::report_field_label(fault.field, line.form, requirements_of(line)));
  }
  return held;
}

view::ConfirmView confirm_view(const Visit& visit, Reader& db, const UnitMonth& month) {
  const auto before = find_before(db, month);
  view::ConfirmView page;
  page.unit = month.unit_name;
  page.period = month.month;
  page.due = month.due;
  page.late = is_late(visit.site.clock.moment(), month.due);
  page.to = list_reviewers(db, month.unit);
  page.locked = month.submit_lock.value_or("");
  for (const auto& line : month.lines) {
    if (!is_outstanding(line.report.state)) continue;
    if (line.ready) {
      page.lines.push_back(line_view(line, before));
    } else {
      page.held.push_back(held_view(line));
    }
  }
  return page;
}

http::Response show(const Visit& visit, Reader& db, const view::ConfirmView& page, int status = 200) {
  const auto body = view::render(visit.site.templates, page);
  return http::html(in_layout(visit, db, {"核对并提交", "ledger", page.period.year}, body), status);
}

UnitMonth own_month(const Visit& visit, Reader& db) {
  return find_unit_month(db, visit.request.month("period"), *visit.visitor.account->unit, visit.site.clock.moment());
}

// "9:7": task and the version that was seen; task 0 is the narrative.
std::optional<actions::Submission> read_line(const std::string& typed, const Month& period, const UnitCode& unit) {
  const auto parts = split(typed, ':');
  const int task = parse_whole(parts[0]), seen = parts.size() == 2 ? parse_whole(parts[1]) : -1;
  if (task < 0 || seen < 0) return std::nullopt;
  return actions::Submission{{period, task > 0 ? std::optional(TaskSeq{task}) : std::nullopt, unit}, seen};
}

std::vector<actions::Submission> read_lines(const http::Fields& form, const Month& period, const UnitCode& unit) {
  std::vector<actions::Submission> lines;
  for (const auto& [name, value] : form) {
    if (name != "line") continue;
    const auto line = read_line(value, period, unit);
    const bool doubled = line && std::any_of(lines.begin(), lines.end(),
                                             [&](const actions::Submission& one) { return one.key == line->key; });
    if (!line || doubled) throw http::Stop(400, "表单不完整，请刷新页面后重新核对。");
    lines.push_back(*line);
  }
  return lines;
}

// The receipt that took exactly these versions already: the button was pressed twice, or the first answer was lost.
std::optional<std::string> find_receipt_of(Reader& db, const UnitMonth& month,
                                           const std::vector<actions::Submission>& lines) {
  const auto receipts = list_receipts(db, month.month, month.unit);
  if (receipts.empty()) return std::nullopt;
  const auto taken = list_receipt_lines(db, receipts.back().id);
  const auto went = [&](const actions::Submission& one) {
    const auto* line = month.find(one.key);
    const bool on_it = std::any_of(taken.begin(), taken.end(), [&](const auto& other) { return other.key == one.key; });
    return on_it && line && line->report.state == ReportState::submitted && one.seen < line->report.version;
  };
  if (taken.size() != lines.size() || !std::all_of(lines.begin(), lines.end(), went)) return std::nullopt;
  return receipts.back().id;
}

std::string title_of_line(const UnitMonth& month, const ReportKey& key) {
  const auto* line = month.find(key);
  return line ? title_of(*line) + "：" : "";
}

http::Response not_submitted(const Visit& visit, Db& db, const std::vector<actions::Submission>& lines,
                             const actions::Refusal& refusal) {
  if (refusal.why == refusal.not_allowed) throw http::Stop(403, refusal.reason);
  auto reader = db.reader();
  const auto month = own_month(visit, *reader);
  if (const auto receipt = find_receipt_of(*reader, month, lines)) return http::see_other(view::receipt_url(*receipt));
  auto page = confirm_view(visit, *reader, month);
  page.notice = "没有提交。" + title_of_line(month, refusal.key) + refusal.reason + "请按下面的最新内容重新核对。";
  return show(visit, *reader, page, refusal.why == refusal.incomplete ? 422 : 409);
}

}  // namespace

http::Response show_confirm(const Visit& visit, Reader& db) {
  const auto month = own_month(visit, db);
  return show(visit, db, confirm_view(visit, db, month));
}

http::Response submit_month(const Visit& visit, Db& db) {
  const auto& unit = *visit.visitor.account->unit;
  const auto lines = read_lines(form_of(visit.request), visit.request.month("period"), unit);
  if (lines.empty()) throw http::Stop(422, "没有可以提交的事项。请先把草稿填写完整。");
  const auto done =
      db.write([&](Writer& writer) { return actions::submit_reports(writer, actor_of(visit), visit.visitor, lines); });
  if (!done) return not_submitted(visit, db, lines, done.error());
  return http::see_other(view::receipt_url(done->receipt));
}

}  // namespace sjsz
