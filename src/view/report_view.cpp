#include "view/report_view.h"

#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_words.h"

namespace sjsz::view {
namespace {

Data event_data(const ReportView::Event& event) {
  std::string what(report_verb_word(event.verb));
  if (event.revision) what += "第 " + std::to_string(*event.revision) + " 稿";
  if (event.judged_state) what += "，核定为" + std::string(work_state_word(*event.judged_state));
  return Object()
      .text("at", moment_words(event.at))
      .text("who", event.who)
      .text("what", what)
      .optional_text("comment", event.comment)
      .data();
}

Data revision_data(const ReportView& view, const ReportView::Revision& one) {
  return Object()
      .text("number", one.number)
      .text("at", moment_words(one.at))
      .text("who", one.who)
      .flag("late", one.late)
      .optional_text("receipt", one.receipt)
      .text("receipt_url", one.receipt_url)
      .list("texts", report_texts(raw_of(one.text), view.form, view.requirements), labelled_data)
      .data();
}

std::vector<LabelledText> texts_of(const ReportView& view) {
  return view.text ? report_texts(raw_of(*view.text), view.form, view.requirements) : std::vector<LabelledText>{};
}

bool differs(const ReportView& view) {
  return view.judged_state && view.text && view.text->self_state && view.judged_state != view.text->self_state;
}

}  // namespace

std::string render(const Templates& templates, const ReportView& view) {
  Object data;
  add_head(data, view.head);
  add_printed(data, view.text ? raw_of(*view.text) : RawReport{}, view.form, view.requirements);
  data.optional_text("notice", view.notice)
      .optional_text("locked", view.locked)
      .flag("has_unsaved", !view.unsaved.empty())
      .list("unsaved", view.unsaved, labelled_data)
      .list("sent_back", one_or_none(view.sent_back), return_data)
      .optional_text("hidden", view.hidden)
      .optional_text("judged", view.judged_state ? work_state_word(*view.judged_state) : "")
      .flag("differs", differs(view))
      .list("texts", texts_of(view), labelled_data)
      .flag("has_files", !view.files.empty())
      .list("files", view.files, file_data)
      .flag("may_withdraw", view.may_withdraw)
      .text("url", view.url)
      .text("version", view.version)
      .flag("has_events", !view.events.empty())
      .list("events", view.events, event_data)
      .flag("has_revisions", !view.revisions.empty())
      .list("revisions", view.revisions, [&](const auto& one) { return revision_data(view, one); });
  return templates.render("report", data.data());
}

namespace {

Instant example_moment(int minutes) { return business_instant({2020, 9, 1}, std::chrono::minutes(minutes)); }

ReportView example_report() {
  ReportView view;
  view.head = example_head();
  view.head.state = ReportState::submitted;
  view.requirements = example_report_requirements();
  view.url = "/reports/2020-08/9/fagai";
  view.text = example_text();
  return view;
}

ReportView full_report() {
  ReportView view = example_report();
  view.head.state = ReportState::accepted;
  view.head.late = true;
  view.head.tasks_left = 0;
  view.head.narrative_left = false;
  view.head.next.reset();
  view.judged_state = WorkState::off;
  view.locked = "已审核通过，不能再改。确需修改的，请专班办公室重新打开。";
  view.files = {example_file()};
  view.events = {{example_moment(1100), "专班办公室 王敏", "accept", 2, WorkState::off, "供电煤耗连续两月未达要求。"},
                 {example_moment(1000), "王欣", "submit", 2, {}, ""},
                 {example_moment(990), "专班办公室 王敏", "return", 1, {}, "两家企业名称未写。"},
                 {example_moment(930), "王欣", "submit", 1, {}, ""}};
  view.revisions = {
      {1, example_moment(930), "王欣", "/receipts/2020-08-fagai-1", "2020-08-fagai-1", true, example_text()}};
  return view;
}

}  // namespace

std::vector<ReportView> report_examples() {
  ReportView none = example_report();
  none.head.state = ReportState::draft;
  none.text.reset();
  none.hidden = "草稿只有填报单位能看到。";

  ReportView submitted = example_report();
  submitted.locked = "已提交，待专班办公室审核。需要修改的，请先撤回。";
  submitted.may_withdraw = true;
  submitted.version = 8;
  submitted.notice = "已提交。";
  submitted.unsaved = {{"本月进展", "2号机组已经转入整套试运。"}};

  ReportView narrative = example_report();
  narrative.head = example_narrative_head();
  narrative.form = ReportForm::narrative;
  narrative.requirements.clear();
  narrative.text->progress =
      "2020年8月，区发改局承担任务 7 项。\n一、重点任务进展\n（一）压减煤炭消费。2号机组转入整套试运。";
  narrative.sent_back = ReportReturn{"专班办公室 王敏", example_moment(990), "请补充盖章扫描件。"};

  ReportView hostile = full_report();
  hostile.head = hostile_head();
  hostile.text = hostile_report_text();
  hostile.hidden = hostile.locked = hostile.notice = hostile_text();
  hostile.url = hostile_url();
  hostile.sent_back = ReportReturn{hostile_text(), {}, hostile_text()};
  hostile.unsaved = {{hostile_text(), hostile_text()}};
  hostile.files = {{hostile_text(), hostile_url(), 1, {}, hostile_url()}};
  hostile.events = {{{}, hostile_text(), hostile_text(), 1, WorkState::done, hostile_text()}};
  hostile.revisions = {{1, {}, hostile_text(), hostile_url(), hostile_text(), false, hostile_report_text()}};
  hostile.may_withdraw = true;
  return {none, submitted, full_report(), narrative, hostile};
}

}  // namespace sjsz::view
