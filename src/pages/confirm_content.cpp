#include "pages/confirm_content.h"

#include <algorithm>

#include "storage/attachment_store.h"
#include "storage/jump_percent_query.h"
#include "storage/report_store.h"
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

// What stands beside the lines, of all at once: said in earlier months, said in this one before it was sent back,
// files.
struct Before {
  std::vector<Report> earlier, submitted;
  std::vector<Attachment> files;
  int jump_percent = 0;
};

Before find_before(Reader& db, const UnitMonth& month) {
  return {list_previous_reports(db, month.month),
          list_reports_of_unit(db, month.month, month.unit, ReportTexts::submitted),
          list_attachments_of_unit(db, month.month, month.unit), JumpPercents(db).of(month.month)};
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
  shown.warnings =
      list_warnings(shown.text, earlier ? &earlier->text : nullptr, shown.requirements, before.jump_percent);
  shown.files = static_cast<int>(std::count_if(before.files.begin(), before.files.end(),
                                               [&](const Attachment& file) { return file.report == line.report.id; }));
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

}  // namespace

view::ConfirmView confirm_view(const Visit& visit, Reader& db, const UnitMonth& month) {
  const auto before = find_before(db, month);
  view::ConfirmView page;
  page.unit = month.unit_name;
  page.period = month.month;
  page.due = month.due;
  page.to = list_reviewers(db, month.unit);
  page.locked = month.submit_lock.value_or("");
  for (const auto& line : month.lines) {
    if (!is_outstanding(line.report.state)) continue;
    page.late_lines += is_late(visit.site.clock.moment(), line.due);
    if (line.ready) {
      page.lines.push_back(line_view(line, before));
    } else {
      page.held.push_back(held_view(line));
    }
  }
  return page;
}

}  // namespace sjsz
