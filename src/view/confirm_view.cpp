#include "view/confirm_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_form_rows.h"
#include "view/report_links.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

using Line = ConfirmView::Line;

std::string title_of(const Line& line) {
  return line.seq == 0 ? "工作进展情况报告" : "任务 " + std::to_string(line.seq) + "　" + line.label;
}

std::vector<DiffPiece> without(const std::vector<DiffPiece>& pieces, DiffPiece::Kind kind) {
  std::vector<DiffPiece> kept;
  std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(kept),
               [&](const DiffPiece& piece) { return piece.kind != kind; });
  return kept;
}

// Where nothing was said before, nothing is marked: all of it is new.
std::vector<DiffPiece> pieces_of(const Line& line, const std::string& before, const std::string& now) {
  return line.before_title.empty() ? std::vector<DiffPiece>{{DiffPiece::same, now}} : diff_texts(before, now);
}

Data field_data(const Line& line, const std::string& field, const std::string& before, const std::string& now) {
  const auto pieces = pieces_of(line, before, now);
  return Object()
      .text("label", report_field_label(field, line.form, line.requirements))
      .optional_text("before_head", line.before_title)
      .list("before", without(pieces, DiffPiece::added), diff_data)
      .list("now", without(pieces, DiffPiece::removed), diff_data)
      .flag("emptied", now.empty())
      .text("url", line.url + "#" + field_id(field))
      .data();
}

std::vector<Data> fields_of(const Line& line) {
  const auto before = raw_of(line.before), now = raw_of(line.text);
  std::vector<Data> rows;
  for (const auto& field : report_fields(line.form, line.requirements)) {
    const auto was = field_words(before, field, line.requirements), is = field_words(now, field, line.requirements);
    if (!was.empty() || !is.empty()) rows.push_back(field_data(line, field, was, is));
  }
  return rows;
}

Data warning_data(const FieldFault& warning) { return Data(warning.reason); }

Data line_data(const Line& line, const Month& period) {
  return Object()
      .text("title", title_of(line))
      .text("id", "h-" + std::to_string(line.seq))
      .optional_text("role", line.role ? role_name(*line.role) : "")
      .text("url", line.url)
      .text("key", std::to_string(line.seq) + ":" + std::to_string(line.version))
      .optional_text("before_title", line.before_title)
      .text("month", month_word(period))
      .flag("has_warnings", !line.warnings.empty())
      .list("warnings", line.warnings, warning_data)
      .list("fields", fields_of(line), [](const Data& row) { return row; })
      .optional_text("files", line.files > 0 ? std::to_string(line.files) : "")
      .data();
}

std::string why(const ConfirmView::Held& held) {
  if (!held.lacks.empty()) return "还缺：" + join(held.lacks, "、");
  return held.state == ReportState::returned ? "退回后还没有修改" : "还没有填写";
}

Data held_data(const ConfirmView::Held& held) {
  return Object()
      .text("title", held.title)
      .text("url", held.url)
      .text("state", report_state_word(held.state))
      .text("state_class", report_state_class(held.state))
      .text("why", why(held))
      .data();
}

// Supporting lines may be late while the others are not, or the other way round.
std::string late_words(const ConfirmView& view) {
  if (view.late_lines == 0) return "";
  const bool all = static_cast<std::size_t>(view.late_lines) == view.lines.size() + view.held.size();
  return (all ? "" : "有 " + std::to_string(view.late_lines) + " 项") +
         std::string("已过截止日期，现在提交的记为迟报。");
}

}  // namespace

std::string render(const Templates& templates, const ConfirmView& view) {
  return templates.render("confirm",
                          Object()
                              .text("ledger_url", ledger_url(view.period))
                              .text("confirm_url", confirm_url(view.period))
                              .text("period", to_string(view.period))
                              .text("month", month_words(view.period))
                              .text("unit", view.unit)
                              .text("to", view.to.empty() ? "工作专班办公室" : join(view.to, "、"))
                              .text("due", due_words(view.due))
                              .optional_text("late", late_words(view))
                              .optional_text("locked", view.locked)
                              .optional_text("notice", view.notice)
                              .flag("may_submit", view.locked.empty() && !view.lines.empty())
                              .flag("nothing_ready", view.lines.empty())
                              .text("count", static_cast<int>(view.lines.size()))
                              .list("lines", view.lines, [&](const Line& line) { return line_data(line, view.period); })
                              .flag("has_held", !view.held.empty())
                              .text("held_count", static_cast<int>(view.held.size()))
                              .list("held", view.held, held_data)
                              .data());
}

namespace {

ConfirmView example_confirm() {
  ConfirmView view;
  view.unit = "区发改局";
  view.period = {2020, 8};
  view.due = {{2020, 9, 7}, {2020, 9, 3}};
  return view;
}

Line example_line() {
  Line line;
  line.seq = 9;
  line.label = "压减煤炭消费";
  line.url = "/reports/2020-08/9/fagai";
  line.role = Role::lead;
  line.version = 7;
  line.requirements = example_report_requirements();
  line.text = example_text();
  return line;
}

}  // namespace

std::vector<ConfirmView> confirm_examples() {
  ConfirmView none = example_confirm();
  none.held = {{"任务 2　高耗能行业布局", "/reports/2020-08/2/fagai", ReportState::none, {}}};

  ConfirmView one = example_confirm();
  one.lines = {example_line()};
  one.to = {"区政府办公室"};

  ConfirmView full = one;
  auto& line = full.lines[0];
  line.before = example_text();
  line.before.completion = 53;
  line.before.progress =
      "2号机组通流改造完成设备安装，进入分部试运；1号机组供电煤耗保持稳定。两台机组平均供电煤耗 313.1 "
      "克/千瓦时，较 6月下降 0.6。1–7月煤炭消费 12.9070 万吨，超序时 3.5 %。";
  line.before.coordination = "请区政府办公室协调设备到货。";
  line.before.requirements["coal_use"] = "313.1";
  line.before_title = "7月";
  line.warnings = {{"completion", "完成比例比上期低（上期 70 %，本期 60 %）。"}};
  line.files = 2;
  Line narrative = example_line();
  narrative.seq = 0;
  narrative.role.reset();
  narrative.form = ReportForm::narrative;
  narrative.requirements.clear();
  narrative.before_title = "退回的一稿";
  narrative.before.progress = "1–8月煤炭消费 14.6 万吨。";
  full.lines.push_back(narrative);
  full.held = {{"任务 2　高耗能行业布局", "/reports/2020-08/2/fagai", ReportState::draft, {"存在问题", "下步打算"}},
               {"任务 5　传统行业绿色改造", "/reports/2020-08/5/fagai", ReportState::none, {}}};
  full.late_lines = 2;
  full.notice = "您核对期间，任务 9 被同事改过。下面是最新内容，请重新核对后再提交。";

  ConfirmView hostile = full;
  hostile.unit = hostile.locked = hostile.notice = hostile_text();
  hostile.to = {hostile_text()};
  hostile.held = {{hostile_text(), hostile_url(), ReportState::draft, {hostile_text()}}};
  auto& worst = hostile.lines[0];
  worst.label = worst.before_title = hostile_text();
  worst.url = hostile_url();
  worst.text = hostile_report_text();
  worst.warnings = {{"progress", hostile_text()}};
  for (auto& requirement : worst.requirements) requirement.text = requirement.unit = hostile_text();
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
