#include "pages/report_form.h"

#include <algorithm>

#include "pages/report_head.h"
#include "storage/attachment_store.h"
#include "storage/jump_percent_query.h"
#include "storage/owed_query.h"
#include "storage/report_store.h"
#include "storage/unit_store.h"
#include "view/narrative_draft.h"
#include "view/report_links.h"
#include "view/report_words.h"

namespace sjsz {
namespace {

// Submitted in earlier months of the year, newest first.
std::vector<view::ReportFormView::Past> list_earlier(Reader& db, const UnitLine& line,
                                                     const std::vector<Report>& of_task) {
  const auto& key = line.owed.key;
  std::vector<view::ReportFormView::Past> earlier;
  if (!line.task) {
    if (const auto previous = find_previous_report(db, key)) earlier.push_back({previous->key.period, previous->text});
    return earlier;
  }
  for (auto report = of_task.rbegin(); report != of_task.rend(); ++report) {
    const bool said = counts_as_submitted(report->state) && report->key.unit == key.unit;
    if (said && report->key.period < key.period) earlier.push_back({report->key.period, report->text});
  }
  return earlier;
}

std::string words_of_supporter(const ReportText& text) {
  std::string words = text.no_progress ? "本月无新进展：" + *text.no_progress : text.progress;
  if (!text.problems.empty()) words += "问题：" + text.problems;
  return words;
}

// As the lead of the task may see them: what they submitted, and who has not.
std::vector<view::ReportFormView::Supporter> list_supporters(Reader& db, const UnitLine& line,
                                                             const std::vector<Report>& of_task) {
  std::vector<view::ReportFormView::Supporter> supporters;
  if (!line.task || line.owed.role != Role::lead) return supporters;
  const auto& key = line.owed.key;
  const auto units = list_units(db);
  for (const auto& owed : list_owed(db, key.period)) {
    if (owed.key.task != key.task || owed.role != Role::support || owed.exempt) continue;
    view::ReportFormView::Supporter supporter{name_of(units, owed.key.unit), ReportState::none, ""};
    for (const auto& report : of_task) {
      if (report.key != owed.key) continue;
      supporter.state = report.state;
      if (counts_as_submitted(report.state)) supporter.text = words_of_supporter(report.text);
    }
    supporters.push_back(std::move(supporter));
  }
  return supporters;
}

std::vector<view::ReportFile> list_files(Reader& db, const UnitLine& line) {
  std::vector<view::ReportFile> files;
  for (const auto& one : list_attachments(db, line.report.id)) {
    files.push_back(
        {one.name, view::attachment_url(one.id), one.size, one.added_at, view::remove_attachment_url(one.id)});
  }
  return files;
}

std::vector<FieldFault> warnings_of(Reader& db, const UnitLine& line, const view::ReportFormView& form) {
  if (line.report.version == 0) return {};
  const auto* previous = form.earlier.empty() ? nullptr : &form.earlier.front().text;
  return list_warnings(line.report.text, previous, form.requirements, JumpPercents(db).of(line.owed.key.period));
}

// Whole paragraphs are put below what stands there already: nothing that was typed is lost.
void put(RawReport& typed, const std::string& field, const std::string& text) {
  const auto there = view::raw_field(typed, field);
  if (there.find(text) != std::string::npos) return;
  view::set_raw_field(typed, field, there.empty() ? text : there + "\n" + text);
}

void reuse(view::ReportFormView& form, const std::string& only) {
  if (form.earlier.empty()) return;
  const auto before = view::raw_of(form.earlier.front().text);
  for (const auto& field : view::report_fields(form.form, form.requirements)) {
    const auto text = view::raw_field(before, field);
    if (text.empty() || (!only.empty() && field != only)) continue;
    if (!only.empty() || view::raw_field(form.typed, field).empty()) put(form.typed, field, text);
  }
  form.notice =
      "已填入" + view::month_word(form.earlier.front().month) + "的内容，还没有保存。请按本月情况改好后保存。";
}

void pull(view::ReportFormView& form) {
  for (const auto& supporter : form.supporters) {
    if (!supporter.text.empty()) put(form.typed, "measures", "（" + supporter.unit + "）" + supporter.text);
  }
  form.notice = "已把配合单位提交的文字引入“主要措施和成效”，还没有保存。";
}

std::vector<const UnitLine*> by_number(const UnitMonth& month) {
  std::vector<const UnitLine*> lines;
  for (const auto& line : month.lines) {
    if (line.task && !line.owed.exempt) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const auto* a, const auto* b) { return a->task->seq < b->task->seq; });
  return lines;
}

void compose(view::ReportFormView& form, const UnitMonth& month) {
  std::vector<view::NarrativeLine> lines;
  for (const auto* line : by_number(month)) {
    lines.push_back({line->task->label, line->owed.role, line->report.text});
  }
  put(form.typed, "progress", view::draft_narrative(month.unit_name, month.month, lines));
  form.notice = "已按本月各项填报生成初稿，还没有保存。请通读修改后保存。";
}

}  // namespace

view::ReportFormView report_form(Reader& db, const UnitMonth& month, const UnitLine& line) {
  const auto of_task = line.task ? list_reports_of_task(db, line.task->seq, month.month.year) : std::vector<Report>{};
  view::ReportFormView form;
  form.head = report_head(db, month, line);
  form.form = line.form;
  form.url = view::report_url(line.owed.key);
  form.version = line.report.version;
  form.typed = view::raw_of(line.report.text);
  form.requirements = requirements_of(line);
  form.files = list_files(db, line);
  form.files_url = view::attachments_url(line.owed.key);
  form.earlier = list_earlier(db, line, of_task);
  form.supporters = list_supporters(db, line, of_task);
  form.warnings = warnings_of(db, line, form);
  if (line.report.version > 0) form.saved = line.report.changed_at;
  if (line.sent_back) form.sent_back = {{line.sent_back->actor, line.sent_back->at, line.sent_back->comment}};
  form.not_yet = month.submit_lock.value_or("");
  return form;
}

RawReport typed_report(const http::Fields& form, const UnitLine& line) {
  RawReport typed;
  for (const auto& field : view::report_fields(line.form, requirements_of(line))) {
    view::set_raw_field(typed, field, field_of(form, field));
  }
  typed.no_progress = !field_of(form, "no_progress").empty();
  return typed;
}

bool fill_form(view::ReportFormView& form, const std::string& button, const UnitMonth& month) {
  constexpr std::string_view reuse_one = "reuse:";
  if (button == "reuse") {
    reuse(form, "");
  } else if (button.starts_with(reuse_one)) {
    reuse(form, button.substr(reuse_one.size()));
  } else if (button == "pull") {
    pull(form);
  } else if (button == "compose" && form.form == ReportForm::narrative) {
    compose(form, month);
  } else {
    return false;
  }
  form.unsaved = true;
  return true;
}

}  // namespace sjsz
