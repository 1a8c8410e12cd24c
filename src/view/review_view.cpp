#include "view/review_view.h"

#include <algorithm>

#include "domain/codes.h"
#include "view/example_texts.h"
#include "view/fields.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/report_words.h"
#include "view/review_links.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

using Line = ReviewView::Line;

std::string title_of(const ReportKey& key, const std::string& label) {
  return key.task ? "任务 " + std::to_string(key.task->value) + "　" + label : "工作进展情况报告";
}

std::string days_words(int days) { return days == 0 ? "今天提交" : "已等 " + std::to_string(days) + " 天"; }

Data entry_data(const ReviewView::Entry& entry) {
  return Object()
      .text("url", review_url(entry.key))
      .text("title", title_of(entry.key, entry.label))
      .text("who", entry.unit + (entry.role ? "，" + std::string(role_name(*entry.role)) : ""))
      .text("month", month_word(entry.key.period))
      .text("at", moment_words(entry.submitted_at))
      .text("days", days_words(entry.days))
      .optional_text("warnings", entry.warnings > 0 ? std::to_string(entry.warnings) : "")
      .optional_text("reviewers", entry.reviewers)
      .flag("current", entry.current)
      .data();
}

Data office_data(const ReviewView::Office& office) {
  return Object().text("name", office.name).text("waiting", office.waiting).text("days", office.days).data();
}

// Judged at a glance, in a table; everything else is text, laid side by side by words.
bool is_value(const std::string& field) {
  return field == "self_state" || field == "completion" || field == "expected_date" ||
         field.starts_with("requirements.");
}

const ReviewView::Comparison* current_comparison(const Line& line) {
  const auto found = std::ranges::find_if(line.comparisons, &ReviewView::Comparison::current);
  return found == line.comparisons.end() ? nullptr : &*found;
}

std::string warning_of(const Line& line, const std::string& field) {
  const auto found = std::ranges::find(line.warnings, field, &FieldFault::field);
  return found == line.warnings.end() ? "" : found->reason;
}

// Both texts of one field, in words.
struct Pair {
  std::string field, before, now;
};

std::vector<Pair> pairs_of(const Line& line, bool values) {
  const auto* comparison = current_comparison(line);
  const auto before = comparison ? raw_of(comparison->text) : RawReport{}, now = raw_of(line.text);
  std::vector<Pair> pairs;
  for (const auto& field : report_fields(line.form, line.requirements)) {
    if (is_value(field) != values) continue;
    Pair pair{field, field_words(before, field, line.requirements), field_words(now, field, line.requirements)};
    if (!pair.before.empty() || !pair.now.empty()) pairs.push_back(std::move(pair));
  }
  return pairs;
}

Data value_data(const Line& line, const Pair& pair) {
  return Object()
      .text("label", report_field_label(pair.field, line.form, line.requirements))
      .flag("has_before_column", current_comparison(line) != nullptr)
      .text("before", pair.before.empty() ? "未填" : pair.before)
      .text("now", pair.now.empty() ? "未填" : pair.now)
      .flag("changed", pair.before != pair.now)
      .optional_text("warning", warning_of(line, pair.field))
      .data();
}

// Where nothing was said before, nothing is marked: all of it is new.
Data text_data(const Line& line, const Pair& pair) {
  const auto pieces = current_comparison(line) ? diff_texts(pair.before, pair.now)
                                               : std::vector<DiffPiece>{{DiffPiece::same, pair.now}};
  return Object()
      .text("label", report_field_label(pair.field, line.form, line.requirements))
      .list("pieces", pieces, diff_data)
      .data();
}

Data comparison_data(const ReviewView::Comparison& one) {
  return Object().text("title", one.title).text("url", one.url).flag("current", one.current).data();
}

Data event_data(const ReviewView::Event& event) {
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

std::vector<Option> judged_options(const Line& line, const std::string& typed) {
  std::vector<Option> options;
  if (line.form != ReportForm::full) return options;
  const auto self = line.text.self_state;
  options.push_back(
      {"", self ? "同单位自评（" + std::string(work_state_word(*self)) + "）" : "同单位自评", typed.empty()});
  for (const auto state :
       {WorkState::not_started, WorkState::on_pace, WorkState::behind, WorkState::done, WorkState::off}) {
    if (state == self) continue;
    const std::string code(to_code(state));
    options.push_back({code, std::string(work_state_word(state)), typed == code});
  }
  return options;
}

std::string line_state_words(const Line& line) {
  if (line.state == ReportState::accepted && line.judged_state) {
    return "已审核通过，核定为" + std::string(work_state_word(*line.judged_state));
  }
  return std::string(report_state_word(line.state));
}

Object& add_fault(Object& object, const char* name, const std::string& fault) {
  return object.optional_text(name, fault);
}

Data line_data(const ReviewView& view, const Line& line) {
  const auto* comparison = current_comparison(line);
  const bool may_judge = line.reviewers.empty();
  Object data;
  data.text("title", title_of(line.key, line.label))
      .text("unit", line.unit)
      .optional_text("role", line.role ? role_name(*line.role) : "")
      .text("month", month_words(line.key.period))
      .optional_text("at", line.submitted_at ? moment_words(*line.submitted_at) : "")
      .flag("late", line.late)
      .text("revision", line.revision)
      .text("state", line_state_words(line))
      .text("state_class", report_state_class(line.state))
      .optional_text("reviewers", line.reviewers)
      .flag("has_plan_text", !line.plan_text.empty())
      .list("segments", line.plan_text, segment_data)
      .text("seq", line.key.task ? line.key.task->value : 0)
      .list("articles", line.articles, link_data)
      .flag("has_warnings", !line.warnings.empty())
      .text("warning_count", static_cast<int>(line.warnings.size()))
      .list("warnings", line.warnings, [](const FieldFault& one) { return Data(one.reason); })
      .flag("has_comparisons", !line.comparisons.empty())
      .list("comparisons", line.comparisons, comparison_data)
      .optional_text("before_title", comparison ? comparison->title : "");
  const auto values = pairs_of(line, true), texts = pairs_of(line, false);
  data.flag("has_values", !values.empty())
      .list("values", values, [&](const Pair& pair) { return value_data(line, pair); })
      .list("texts", texts, [&](const Pair& pair) { return text_data(line, pair); })
      .flag("has_files", !line.files.empty())
      .list("files", line.files, file_data)
      .flag("has_events", !line.events.empty())
      .list("events", line.events, event_data)
      .flag("may_accept", may_judge && line.state == ReportState::submitted)
      .flag("may_return", may_judge && (line.state == ReportState::submitted || line.state == ReportState::accepted))
      .flag("accepted", line.state == ReportState::accepted)
      .text("accept_url", accept_url(line.key))
      .text("return_url", return_url(line.key))
      .text("version", line.version);
  const auto options = judged_options(line, view.typed.judged_state);
  data.flag("has_options", !options.empty())
      .list("options", options, option_data)
      .text("accept_comment", view.typed.accept_comment)
      .text("return_comment", view.typed.return_comment);
  add_fault(data, "accept_fault", view.typed.accept_fault);
  return add_fault(data, "return_fault", view.typed.return_fault).data();
}

// What was typed for a line that cannot be judged any more: nothing is lost.
std::string lost_words(const ReviewView& view) {
  const bool form_shown = view.line && view.line->reviewers.empty() && view.line->state == ReportState::submitted;
  if (form_shown) return "";
  return view.typed.return_comment.empty() ? view.typed.accept_comment : view.typed.return_comment;
}

// Of the forms, which stand far below; where nothing could be done any more, the page says that instead.
std::vector<Fault> faults_of(const ReviewView& view) {
  std::vector<Fault> faults;
  if (!view.conflict.empty()) return faults;
  if (!view.typed.return_fault.empty()) faults.push_back({"f-return", view.typed.return_fault});
  if (!view.typed.accept_fault.empty()) faults.push_back({"f-accept", view.typed.accept_fault});
  return faults;
}

int count_tasks(const std::vector<ReviewView::Entry>& queue) {
  return static_cast<int>(std::ranges::count_if(queue, [](const auto& one) { return one.key.task.has_value(); }));
}

}  // namespace

std::string render(const Templates& templates, const ReviewView& view) {
  const int waiting = static_cast<int>(view.queue.size()), tasks = count_tasks(view.queue);
  Object data;
  add_faults(data, faults_of(view));
  data.text("waiting", waiting)
      .text("tasks", tasks)
      .text("narratives", waiting - tasks)
      .flag("has_offices", !view.offices.empty())
      .list("offices", view.offices, office_data)
      .optional_text("notice", view.notice)
      .optional_text("conflict", view.conflict)
      .optional_text("lost", view.conflict.empty() ? "" : lost_words(view))
      .optional_text("clean", view.clean > 0 ? std::to_string(view.clean) : "")
      .text("clean_url", accept_clean_url())
      .flag("has_queue", !view.queue.empty())
      .list("queue", view.queue, entry_data)
      .flag("has_own", !view.own.empty())
      .list("own", view.own, entry_data)
      .flag("nothing", !view.line && view.queue.empty())
      .list("lines", one_or_none(view.line), [&](const Line& line) { return line_data(view, line); });
  return templates.render("review", data.data());
}

namespace {

Data clean_data(const AcceptCleanView::Line& line) {
  return Object()
      .text("word", line_word(line.key) + "." + std::to_string(line.version))
      .text("url", review_url(line.key))
      .text("title", title_of(line.key, line.label))
      .text("month", month_word(line.key.period))
      .text("unit", line.unit)
      .text("role", line.role ? role_name(*line.role) : "")
      .text("self", line.self_state ? work_state_word(*line.self_state) : "不评")
      .text("progress", line.progress)
      .data();
}

}  // namespace

std::string render(const Templates& templates, const AcceptCleanView& view) {
  Object data;
  data.text("review_url", review_url())
      .text("action_url", accept_clean_url())
      .optional_text("conflict", view.conflict)
      .text("count", static_cast<int>(view.lines.size()))
      .optional_text("others", view.others > 0 ? std::to_string(view.others) : "")
      .flag("nothing", view.lines.empty())
      .flag("has_lines", !view.lines.empty())
      .list("lines", view.lines, clean_data);
  return templates.render("accept_clean", data.data());
}

namespace {

Instant example_moment(int minutes) { return business_instant({2020, 9, 2}, std::chrono::minutes(minutes)); }

const ReportKey kExampleKey{{2020, 8}, TaskSeq{9}, {"fagai"}};

ReviewView::Entry example_entry() {
  ReviewView::Entry entry{kExampleKey, "压减煤炭消费", "区发改局", Role::lead, example_moment(620), 1, 2, "", true};
  return entry;
}

Line example_line() {
  Line line;
  line.key = kExampleKey;
  line.label = "压减煤炭消费";
  line.unit = "区发改局";
  line.role = Role::lead;
  line.version = 7;
  line.submitted_at = example_moment(620);
  line.plan_text = example_head().text;
  line.articles = {{"（十一）", "/plan#a11"}};
  line.requirements = example_report_requirements();
  line.text = example_text();
  return line;
}

ReviewView full_review() {
  ReviewView view;
  auto narrative = example_entry();
  narrative.key.task.reset();
  narrative.label.clear();
  narrative.role.reset();
  narrative.current = false;
  narrative.warnings = 0;
  narrative.days = 0;
  view.queue = {example_entry(), narrative};
  auto own = example_entry();
  own.unit = "市生态环境局历下分局";
  own.reviewers = "区政府办公室";
  own.current = false;
  view.own = {own};
  view.offices = {{"区政府办公室、市生态环境局历下分局", 2, 1}, {"区政府办公室", 1, 1}};
  view.clean = 1;
  view.line = example_line();
  auto& line = *view.line;
  line.late = true;
  line.revision = 2;
  line.warnings = {{"completion", "完成比例比上期低（上期 65 %，本期 60 %）。"}};
  ReportText before = example_text();
  before.completion = 65;
  before.problems = "2号机组整套试运期间煤耗偏高。";
  before.expected_date.reset();
  line.comparisons = {{"第 1 稿", "/review?line=2020-08.9.fagai", before, true},
                      {"7月", "/review?line=2020-08.9.fagai&against=month", before, false}};
  line.files = {example_file()};
  line.events = {{example_moment(620), "王欣", "submit", "", 2, {}},
                 {example_moment(600), "专班办公室 王敏", "return", "两家企业名称未写。", 1, {}}};
  return view;
}

}  // namespace

std::vector<ReviewView> review_examples() {
  ReviewView one;
  one.queue = {example_entry()};
  one.line = example_line();
  one.line->form = ReportForm::supporting;
  one.line->requirements.clear();
  one.typed.return_fault = "请写明退回的原因，填报单位据此修改。";

  ReviewView own = full_review();
  own.line->reviewers = "区政府办公室";

  ReviewView conflict = full_review();
  conflict.line->state = ReportState::accepted;
  conflict.line->judged_state = WorkState::off;
  conflict.conflict = "这一项已审核通过；确需修改的，请专班办公室重新打开。";
  conflict.typed = {"请核对口径。", "", "", "", ""};

  ReviewView hostile = full_review();
  for (auto* entries : {&hostile.queue, &hostile.own}) {
    for (auto& entry : *entries) entry.label = entry.unit = entry.reviewers = hostile_text();
  }
  hostile.offices = {{hostile_text(), 1, 1}};
  hostile.notice = hostile.conflict = hostile_text();
  hostile.typed = {hostile_text(), hostile_text(), hostile_text(), hostile_text(), hostile_text()};
  auto& line = *hostile.line;
  line.label = line.unit = hostile_text();
  line.plan_text = mark(hostile_text(), "<script>");
  line.text = hostile_report_text();
  line.warnings = {{"progress", hostile_text()}};
  line.comparisons[0].title = hostile_text();
  line.comparisons[0].url = hostile_url();
  line.files = {{hostile_text(), hostile_url(), 1, {}, hostile_url()}};
  line.events = {{{}, hostile_text(), hostile_text(), hostile_text(), 1, WorkState::done}};
  return {ReviewView{}, one, own, full_review(), conflict, hostile};
}

std::vector<AcceptCleanView> accept_clean_examples() {
  AcceptCleanView::Line line{
      kExampleKey, 7, "压减煤炭消费", "区发改局", Role::lead, WorkState::on_pace, example_text().progress};
  AcceptCleanView::Line narrative{
      {{2020, 8}, std::nullopt, {"fagai"}}, 3, "", "区发改局", {}, {}, "本月总体推进正常。"};
  AcceptCleanView full{{line, narrative}, 2, ""};
  AcceptCleanView hostile{{line}, 1, hostile_text()};
  hostile.lines[0].label = hostile.lines[0].unit = hostile.lines[0].progress = hostile_text();
  return {AcceptCleanView{{}, 3, ""}, full, hostile};
}

}  // namespace sjsz::view
