#include "view/report_form_view.h"

#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_form_rows.h"
#include "view/report_links.h"
#include "view/report_words.h"

namespace sjsz::view {
namespace {

std::string trouble_words(const ReportFormView& view) {
  const std::string count = std::to_string(view.faults.size());
  return view.trouble == ReportFormView::Trouble::not_saved ? "有 " + count + " 处填写有误，改好才能保存"
                                                            : "已存为草稿；有 " + count + " 处要改，改好才能提交";
}

Data fault_data(const ReportFormView& view, const FieldFault& fault) {
  return Object()
      .text("id", field_id(fault.field))
      .text("label", report_field_label(fault.field, view.form, view.requirements))
      .text("reason", fault.reason)
      .data();
}

Data other_data(const ReportFormView::Other& other) {
  return Object().text("who", other.who).text("at", moment_words(other.at)).data();
}

std::string saved_words(const ReportFormView& view) {
  if (view.unsaved) return "还没有保存";
  return view.saved ? "已于 " + moment_words(*view.saved) + " 保存，本单位的同事都能接着写" : "还没有填写";
}

Object& add_no_progress(Object& data, const ReportFormView& view) {
  const auto fault = fault_of(view, "no_progress_reason");
  return data.flag("may_lack_progress", view.form != ReportForm::narrative)
      .flag("no_progress", view.typed.no_progress)
      .text("no_progress_reason", view.typed.no_progress_reason)
      .flag("keeps_state", view.form == ReportForm::full)
      .optional_text("no_progress_fault", fault);
}

Object& add_buttons(Object& data, const ReportFormView& view) {
  const bool has_next = view.head.next.has_value();
  return data.flag("next_is_main", has_next && !view.head.document())
      .flag("may_confirm", view.not_yet.empty())
      .optional_text("not_yet", view.not_yet)
      .text("saved", saved_words(view));
}

}  // namespace

std::string render(const Templates& templates, const ReportFormView& view) {
  const auto rows = form_rows(view);
  const auto same = [](const Data& row) { return row; };
  Object data;
  add_head(data, view.head);
  data.text("url", view.url)
      .text("version", view.version)
      .flag("unsaved", view.unsaved)
      .flag("has_faults", !view.faults.empty())
      .text("trouble", trouble_words(view))
      .list("faults", view.faults, [&](const FieldFault& one) { return fault_data(view, one); })
      .optional_text("alert", view.alert)
      .optional_text("notice", view.notice)
      .list("sent_back", one_or_none(view.sent_back), return_data)
      .list("other", one_or_none(view.other), other_data)
      .optional_text("month_before",
                     view.earlier.empty() || view.head.document() ? "" : month_word(view.earlier.front().month))
      .list("first", rows.first, same)
      .list("rest", rows.rest, same)
      .flag("has_files", !view.files.empty())
      .text("files_url", view.files_url)
      .optional_text("file_fault", fault_of(view, "file"))
      .list("files", view.files, file_data);
  add_printed(data, view.typed, view.form, view.requirements);
  add_no_progress(data, view);
  add_buttons(data, view);
  return templates.render("report_form", data.data());
}

namespace {

Instant example_moment() { return business_instant({2020, 9, 3}, std::chrono::minutes(842)); }

ReportText text_of_july() {
  ReportText text = example_text();
  text.completion = 53;
  text.progress =
      "2号机组通流改造完成设备安装，进入分部试运；1号机组供电煤耗保持稳定。两台机组平均供电煤耗 313.1 "
      "克/千瓦时，较 6月下降 0.6。1–7月煤炭消费 12.9070 万吨，超序时 3.5 %。";
  text.measures.clear();
  text.requirements["coal_use"] = "313.1";
  text.requirements.erase("stock");
  return text;
}

ReportFormView example_form() {
  ReportFormView view;
  view.head = example_head();
  view.url = "/reports/2020-08/9/fagai";
  view.files_url = "/reports/2020-08/9/fagai/attachments";
  view.requirements = example_report_requirements();
  return view;
}

ReportFormView full_form() {
  ReportFormView view = example_form();
  view.version = 7;
  view.typed = raw_of(example_text());
  view.saved = example_moment();
  view.earlier = {{{2020, 7}, text_of_july()}, {{2020, 6}, text_of_july()}, {{2020, 5}, text_of_july()}};
  view.earlier[1].text.requirements["coal_use"] = "313.7";
  view.earlier[2].text.requirements["coal_use"] = "314.4";
  view.supporters = {{"区工信局", ReportState::submitted, "完成 3 家重点用煤企业能效对标，提出改造建议 7 条。"},
                     {"市生态环境局历下分局", ReportState::accepted, "2 台机组在线监测比对，数据有效率 98.9 %。"},
                     {"区住建局", ReportState::none, ""}};
  view.files = {example_file()};
  view.warnings = {{"completion", "完成比例比上期低（上期 70 %，本期 60 %）。"}};
  return view;
}

ReportFormView faulty_form() {
  ReportFormView view = full_form();
  view.trouble = ReportFormView::Trouble::not_saved;
  view.typed.requirements["coal_use"] = "31２.4.";
  view.typed.problems.clear();
  view.faults = {{"requirements.coal_use", "请填数字，例如 312.5。"},
                 {"self_state", "请选择自评状态。"},
                 {"no_progress_reason", "请填写本月无新进展的原因。"},
                 {"problems", "进度滞后的，请写明存在问题。"},
                 {"file", "试运记录.exe：不支持这种文件。"}};
  view.typed.no_progress = true;
  view.unsaved = true;
  return view;
}

ReportFormView collided_form() {
  ReportFormView view = full_form();
  view.other = ReportFormView::Other{"李建国", example_moment(), text_of_july()};
  view.unsaved = true;
  return view;
}

ReportFormView hostile_form() {
  ReportFormView view = full_form();
  view.head = hostile_head();
  view.url = view.files_url = hostile_url();
  view.typed = raw_of(hostile_report_text());
  view.typed.completion = view.typed.expected_date = view.typed.requirements["coal_use"] = hostile_text();
  for (auto& one : view.requirements) one.text = one.sentence = one.unit = hostile_text();
  view.faults = view.warnings = {{"progress", hostile_text()}, {hostile_text(), hostile_text()}};
  view.notice = view.not_yet = hostile_text();
  view.sent_back = ReportReturn{hostile_text(), {}, hostile_text()};
  view.other = ReportFormView::Other{hostile_text(), {}, hostile_report_text()};
  view.earlier = {{{2020, 7}, hostile_report_text()}, {{2020, 6}, hostile_report_text()}};
  view.supporters = {{hostile_text(), ReportState::submitted, hostile_text()}, {hostile_text(), {}, ""}};
  view.files = {{hostile_text(), hostile_url(), 1, {}, hostile_url()}};
  return view;
}

}  // namespace

std::vector<ReportFormView> report_form_examples() {
  ReportFormView none = example_form();
  none.head.next.reset();
  none.not_yet = "8月的填报 9月1日起可以提交，现在可以先写草稿。";

  ReportFormView supporting = example_form();
  supporting.form = ReportForm::supporting;
  supporting.head.role = Role::support;
  supporting.requirements.clear();
  supporting.notice = "已填入7月的内容，还没有保存。";
  supporting.unsaved = true;
  supporting.alert = "服务器磁盘空间不足，没有保存。";

  ReportFormView returned = full_form();
  returned.head.state = ReportState::returned;
  returned.sent_back = ReportReturn{"专班办公室 王敏", example_moment(), "两家企业名称和预计到货日期未写。"};

  ReportFormView narrative = example_form();
  narrative.form = ReportForm::narrative;
  narrative.head = example_narrative_head();
  narrative.requirements.clear();
  narrative.typed.progress = "2020年8月，区发改局按照方案要求推进各项任务。";
  narrative.earlier = {{{2020, 7}, text_of_july()}};
  return {none, supporting, full_form(), faulty_form(), collided_form(), returned, narrative, hostile_form()};
}

}  // namespace sjsz::view
