#include "view/report_form_rows.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "domain/codes.h"
#include "domain/diff.h"
#include "view/parts_data.h"
#include "view/report_words.h"
#include "view/segments.h"
#include "view/trend.h"

namespace sjsz::view {
namespace {

// What stands beside a box.
struct Beside {
  struct Line {
    std::string lead;
    Segments text;
  };
  std::string title;
  std::vector<Line> lines;
  std::string fill, fill_word;  // a button that puts it into the box; empty: none
};

struct Row {
  enum Kind { choice, line, area } kind = area;
  std::string field, hint, unit;
  bool required = false;
  std::string optional_word;  // （选填）
  int height = 4;             // of an area, in lines
  std::size_t least = 0, most = kMostReportCharacters;
  std::vector<Option> options;
  std::optional<Decimal> limit;  // of a line, as a trend shows it
};

const WorkState self_states[] = {WorkState::not_started, WorkState::on_pace, WorkState::behind, WorkState::done};

Row choice_row(const std::string& field, std::vector<Option> options, const std::string& hint) {
  Row row;
  row.kind = Row::choice;
  row.field = field;
  row.hint = hint;
  row.required = true;
  row.options = std::move(options);
  return row;
}

Row line_row(const std::string& field, const std::string& hint, const std::string& unit, bool required) {
  Row row;
  row.kind = Row::line;
  row.field = field;
  row.hint = hint;
  row.unit = unit;
  row.required = required;
  row.optional_word = required ? "" : "（选填）";
  return row;
}

Row area_row(const std::string& field, const std::string& hint, int height) {
  Row row;
  row.field = field;
  row.hint = hint;
  row.height = height;
  return row;
}

Row requirement_row(const Requirement& requirement, const RawReport& typed) {
  const std::string field = "requirements." + requirement.key;
  const std::string hint = "方案原句：" + requirement.sentence;
  if (requirement.type == ValueType::number) {
    Row row = line_row(field, hint, requirement.unit, true);
    row.limit = requirement.target;
    return row;
  }
  const auto value = raw_field(typed, field);
  return choice_row(field, {{"yes", "已达到", value == "yes"}, {"no", "未达到", value == "no"}}, hint);
}

Row self_row(const RawReport& typed) {
  std::vector<Option> options;
  for (const auto state : self_states) {
    const std::string code(to_code(state));
    options.push_back({code, std::string(work_state_word(state)), typed.self_state == code});
  }
  return choice_row("self_state", std::move(options), "");
}

Row progress_row(ReportForm form) {
  Row row = area_row("progress", "写做了什么、到什么程度、数字多少", 6);
  if (form == ReportForm::narrative) {
    row.hint = "写当月总体进展、存在问题和下步打算；盖章扫描件作为附件上传";
    row.height = 24;
    row.most = kMostNarrativeCharacters;
  }
  row.required = true;
  row.least = kLeastProgressCharacters;
  return row;
}

std::vector<Row> first_rows(const ReportFormView& view) {
  if (view.form != ReportForm::full) return {};
  std::vector<Row> rows = {self_row(view.typed)};
  for (const auto& requirement : view.requirements) rows.push_back(requirement_row(requirement, view.typed));
  rows.push_back(line_row("completion", "全年任务完成到多少，0 到 100 的整数", "%", true));
  return rows;
}

std::vector<Row> rest_rows(const ReportFormView& view) {
  std::vector<Row> rows = {progress_row(view.form)};
  if (view.form == ReportForm::narrative) return rows;
  Row problems = area_row("problems", view.form == ReportForm::full ? "自评进度滞后的必填" : "", 4);
  if (view.form == ReportForm::supporting) {
    problems.optional_word = "（选填）";
    rows.push_back(problems);
    return rows;
  }
  Row measures = area_row("measures", "", 4);
  measures.optional_word = "（选填）";
  Row coordination = area_row("coordination", "需要区政府办公室或其他单位协调的事", 3);
  coordination.optional_word = "（选填）";
  rows.push_back(measures);
  rows.push_back(problems);
  rows.push_back(area_row("next_steps", "任务已完成或本月无新进展的可以不填", 4));
  rows.push_back(line_row("expected_date", "滞后的请填，如 2020-10-31、10月31日、10.31", "", false));
  rows.push_back(coordination);
  return rows;
}

// What a colleague saved, with the words that the box does not have marked; nothing where they are alike.
std::optional<Beside> saved_meanwhile(const ReportFormView& view, const std::string& field) {
  if (!view.other) return std::nullopt;
  const auto theirs = field_words(raw_of(view.other->text), field, view.requirements);
  const auto ours = field_words(view.typed, field, view.requirements);
  if (theirs == ours) return std::nullopt;
  Segments pieces;
  for (const auto& piece : diff_texts(ours, theirs)) {
    if (piece.kind != DiffPiece::removed) pieces.push_back({piece.text, piece.kind == DiffPiece::added});
  }
  if (theirs.empty()) pieces = plain("未填");
  return Beside{"已保存的（" + view.other->who + "，" + moment_words(view.other->at) + "）", {{"", pieces}}, "", ""};
}

std::optional<Beside> month_before(const ReportFormView& view, const Row& row) {
  if (view.earlier.empty()) return std::nullopt;
  const auto& before = view.earlier.front();
  const auto words = field_words(raw_of(before.text), row.field, view.requirements);
  Beside beside{month_word(before.month), {{"", plain(words.empty() ? "未填" : words)}}, "", ""};
  if (row.kind == Row::area && !words.empty()) {
    beside.fill = "reuse:" + row.field;
    beside.fill_word = "沿用" + month_word(before.month) + "文字";
  }
  return beside;
}

std::optional<Beside> supporting_units(const ReportFormView& view) {
  if (view.supporters.empty()) return std::nullopt;
  Beside beside{"配合单位" + month_word(view.head.period) + "填报", {}, "", ""};
  std::vector<std::string> silent;
  for (const auto& unit : view.supporters) {
    if (unit.text.empty()) {
      silent.push_back(unit.unit + "（" + std::string(report_state_word(unit.state)) + "）");
    } else {
      beside.lines.push_back({unit.unit, plain(unit.text)});
    }
  }
  if (!beside.lines.empty()) {
    beside.fill = "pull";
    beside.fill_word = "引入本栏，注明单位";
  }
  if (!silent.empty()) beside.lines.push_back({"还没报", plain(join(silent, "、"))});
  return beside;
}

std::vector<Beside> beside(const ReportFormView& view, const Row& row) {
  std::vector<Beside> blocks;
  const auto add = [&](const std::optional<Beside>& block) {
    if (block) blocks.push_back(*block);
  };
  add(saved_meanwhile(view, row.field));
  if (row.field == "measures") add(supporting_units(view));
  add(month_before(view, row));
  if (view.form == ReportForm::narrative) {
    blocks.push_back({"从本月各项进展生成",
                      {{"", plain("把本单位本月各项任务已填的进展、问题和打算汇成初稿，填入本栏后可以修改。")}},
                      "compose",
                      "按各项进展生成"});
  }
  return blocks;
}

std::vector<LabelledText> months_before(const ReportFormView& view, const Row& row) {
  std::vector<LabelledText> months;
  if (view.earlier.size() < 2) return months;
  for (const auto& one : view.earlier) {
    const auto words = field_words(raw_of(one.text), row.field, view.requirements);
    months.push_back({month_words(one.month), words.empty() ? "未填" : words});
  }
  return months;
}

// Of numbers that have a limit, where there are enough to make a line.
std::optional<Trend> trend_of(const ReportFormView& view, const Row& row) {
  constexpr std::size_t few = 3;
  if (!row.limit) return std::nullopt;
  Trend trend{report_field_label(row.field, view.form, view.requirements), {}, row.limit};
  for (auto past = view.earlier.rbegin(); past != view.earlier.rend(); ++past) {
    if (const auto value = Decimal::parse(raw_field(raw_of(past->text), row.field))) {
      trend.points.push_back({past->month, *value});
    }
  }
  return trend.points.size() < few ? std::nullopt : std::optional(trend);
}

Data beside_data(const Beside& one) {
  return Object()
      .text("title", one.title)
      .list("lines", one.lines,
            [](const Beside::Line& line) {
              return Object().optional_text("lead", line.lead).list("segments", line.text, segment_data).data();
            })
      .optional_text("fill", one.fill)
      .text("fill_word", one.fill_word)
      .data();
}

std::string warning_of(const ReportFormView& view, const std::string& field) {
  for (const auto& one : view.warnings) {
    if (one.field == field) return one.reason;
  }
  return "";
}

// 10–5000 字
std::string limits(const Row& row) {
  return row.least > 0 ? std::to_string(row.least) + "–" + std::to_string(row.most) + " 字"
                       : "最多 " + std::to_string(row.most) + " 字";
}

Data row_data(const ReportFormView& view, const Row& row) {
  const auto id = field_id(row.field);
  const auto fault = fault_of(view, row.field);
  std::vector<std::string> describers;
  if (!row.hint.empty()) describers.push_back(id + "-hint");
  if (!fault.empty()) describers.push_back(id + "-fault");
  const auto typed = raw_field(view.typed, row.field);
  const auto months = months_before(view, row);
  int number = 0;
  return Object()
      .text("id", id)
      .text("name", row.field)
      .text("label", report_field_label(row.field, view.form, view.requirements))
      .flag("required", row.required)
      .text("optional_word", row.optional_word)
      .optional_text("hint", row.hint)
      .optional_text("fault", fault)
      .optional_text("warning", warning_of(view, row.field))
      .optional_text("described", join(describers, " "))
      .flag("choice", row.kind == Row::choice)
      .flag("line", row.kind == Row::line)
      .flag("area", row.kind == Row::area)
      .list("options", row.options,
            [&](const Option& option) {
              return Object()
                  .text("id", number++ == 0 ? id : id + "-" + option.value)
                  .text("name", row.field)
                  .text("value", option.value)
                  .text("text", option.text)
                  .flag("selected", option.selected)
                  .data();
            })
      .text("value", typed)
      .optional_text("unit", row.unit)
      .text("height", row.height)
      .text("characters", static_cast<int>(count_characters(typed)))
      .text("limits", limits(row))
      .list("beside", beside(view, row), beside_data)
      .list("trend", one_or_none(trend_of(view, row)), trend_data)
      .flag("has_months", !months.empty())
      .list("months", months, labelled_data)
      .data();
}

std::vector<Data> data_of(const ReportFormView& view, const std::vector<Row>& rows) {
  std::vector<Data> all;
  for (const auto& row : rows) all.push_back(row_data(view, row));
  return all;
}

}  // namespace

FormRows form_rows(const ReportFormView& view) {
  return {data_of(view, first_rows(view)), data_of(view, rest_rows(view))};
}

std::string field_id(const std::string& field) { return "f-" + field; }

std::string fault_of(const ReportFormView& view, const std::string& field) {
  for (const auto& one : view.faults) {
    if (one.field == field) return one.reason;
  }
  return "";
}

}  // namespace sjsz::view
