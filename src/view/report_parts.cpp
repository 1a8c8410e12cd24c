#include "view/report_parts.h"

#include <algorithm>

#include "base/text.h"
#include "domain/codes.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/report_words.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz::view {

std::string report_title(const ReportHead& head) {
  return head.seq == 0 ? "工作进展情况报告" : "任务 " + std::to_string(head.seq) + "　" + head.label;
}

namespace {

constexpr std::string_view kRequirement = "requirements.";

struct TextField {
  const char *name, *label;
  std::string RawReport::*typed;
};
const TextField text_fields[] = {{"self_state", "自评", &RawReport::self_state},
                                 {"completion", "完成比例", &RawReport::completion},
                                 {"no_progress_reason", "本月无新进展", &RawReport::no_progress_reason},
                                 {"progress", "本月进展", &RawReport::progress},
                                 {"measures", "主要措施和成效", &RawReport::measures},
                                 {"problems", "存在问题", &RawReport::problems},
                                 {"next_steps", "下步打算", &RawReport::next_steps},
                                 {"expected_date", "预计达标日期", &RawReport::expected_date},
                                 {"coordination", "需协调解决事项", &RawReport::coordination}};

const Requirement* find_requirement(const std::string& field, const std::vector<Requirement>& requirements) {
  for (const auto& one : requirements) {
    if (field == std::string(kRequirement) + one.key) return &one;
  }
  return nullptr;
}

}  // namespace

std::string report_field_label(const std::string& field, ReportForm form,
                               const std::vector<Requirement>& requirements) {
  if (form == ReportForm::narrative && field == "progress") return "报告正文";
  if (field == "file") return "附件";
  for (const auto& one : text_fields) {
    if (field == one.name) return one.label;
  }
  const auto* requirement = find_requirement(field, requirements);
  return requirement ? requirement->text : "";
}

std::vector<std::string> report_fields(ReportForm form, const std::vector<Requirement>& requirements) {
  if (form == ReportForm::narrative) return {"progress"};
  if (form == ReportForm::supporting) return {"no_progress_reason", "progress", "problems"};
  std::vector<std::string> fields;
  for (const auto& one : text_fields) {
    fields.emplace_back(one.name);
    if (fields.back() != "self_state") continue;
    for (const auto& requirement : requirements) fields.push_back(std::string(kRequirement) + requirement.key);
  }
  return fields;
}

RawReport raw_of(const ReportText& text) {
  RawReport raw;
  if (text.self_state) raw.self_state = to_code(*text.self_state);
  if (text.completion) raw.completion = std::to_string(*text.completion);
  raw.progress = text.progress;
  raw.no_progress = text.no_progress.has_value();
  raw.no_progress_reason = text.no_progress.value_or("");
  raw.measures = text.measures;
  raw.problems = text.problems;
  raw.next_steps = text.next_steps;
  if (text.expected_date) raw.expected_date = to_string(*text.expected_date);
  raw.coordination = text.coordination;
  raw.requirements = text.requirements;
  return raw;
}

std::string raw_field(const RawReport& raw, const std::string& field) {
  if (field == "no_progress_reason" && !raw.no_progress) return "";
  for (const auto& one : text_fields) {
    if (field == one.name) return raw.*one.typed;
  }
  const auto value = raw.requirements.find(field.substr(std::min(kRequirement.size(), field.size())));
  return value == raw.requirements.end() ? "" : value->second;
}

void set_raw_field(RawReport& raw, const std::string& field, const std::string& typed) {
  for (const auto& one : text_fields) {
    if (field == one.name) raw.*one.typed = typed;
  }
  if (field.starts_with(kRequirement)) raw.requirements[field.substr(kRequirement.size())] = typed;
}

std::string field_words(const RawReport& raw, const std::string& field, const std::vector<Requirement>& requirements) {
  const auto typed = raw_field(raw, field);
  if (typed.empty()) return "";
  if (field == "completion") return typed + " %";
  if (field == "self_state") {
    const auto state = from_code<WorkState>(typed);
    return state ? std::string(work_state_word(*state)) : typed;
  }
  const auto* requirement = find_requirement(field, requirements);
  if (!requirement) return typed;
  if (requirement->type == ValueType::yes_no) return yes_no_word(typed);
  return requirement->unit.empty() ? typed : typed + " " + requirement->unit;
}

std::vector<LabelledText> report_texts(const RawReport& raw, ReportForm form,
                                       const std::vector<Requirement>& requirements) {
  std::vector<LabelledText> texts;
  for (const auto& field : report_fields(form, requirements)) {
    const auto words = field_words(raw, field, requirements);
    if (!words.empty()) texts.push_back({report_field_label(field, form, requirements), words});
  }
  return texts;
}

Object& add_head(Object& object, const ReportHead& head) {
  return object.text("ledger_url", head.ledger_url)
      .text("unit", head.unit)
      .text("period", to_string(head.period))
      .text("month", month_words(head.period))
      .text("title", report_title(head))
      .text("crumb", head.seq == 0 ? "工作进展情况报告" : "任务 " + std::to_string(head.seq))
      .optional_text("role", head.role ? role_name(*head.role) : "")
      .text("state", report_state_word(head.state))
      .text("state_class", report_state_class(head.state))
      .flag("late", head.late)
      .text("due", day_words(head.due))
      .flag("has_plan_text", !head.text.empty())
      .list("segments", head.text, segment_data)
      .text("seq", head.seq)
      .list("articles", head.articles, link_data)
      .optional_text("left", left_words(head.tasks_left, head.narrative_left))
      .list("next", one_or_none(head.next), link_data)
      .flag("document", head.document());
}

Object& add_printed(Object& object, const RawReport& raw, ReportForm form,
                    const std::vector<Requirement>& requirements) {
  const bool narrative = form == ReportForm::narrative;
  return object
      .list("printed", narrative ? std::vector<LabelledText>{} : report_texts(raw, form, requirements), labelled_data)
      .list("paragraphs", narrative ? split(raw.progress, '\n') : std::vector<std::string>{}, plain_text);
}

Data return_data(const ReportReturn& sent_back) {
  return Object()
      .text("who", sent_back.who)
      .text("at", moment_words(sent_back.at))
      .text("comment", sent_back.comment)
      .data();
}

Data file_data(const ReportFile& file) {
  return Object()
      .text("name", file.name)
      .text("url", file.url)
      .text("size", size_words(file.bytes))
      .text("added", moment_words(file.added_at))
      .optional_text("remove_url", file.remove_url)
      .data();
}

Data labelled_data(const LabelledText& one) { return Object().text("label", one.label).text("text", one.text).data(); }

ReportFile example_file() {
  return {"8月用煤月报.xlsx", "/attachments/1", 24'000, business_instant({2020, 9, 3}, std::chrono::minutes(830)),
          "/attachments/1/remove"};
}

ReportHead example_head() {
  const auto& task = example_tasks()[1];
  ReportHead head;
  head.ledger_url = "/reports?period=2020-08";
  head.unit = "区发改局";
  head.period = {2020, 8};
  head.seq = task.seq;
  head.label = task.label;
  head.role = Role::lead;
  head.state = ReportState::draft;
  head.due = {2020, 9, 7};
  head.text = mark_all(task.text, {"其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。"});
  head.articles = {{"（十一）", "/plan#a11"}};
  head.tasks_left = 3;
  head.narrative_left = true;
  head.next = Link{"任务 2", "/reports/2020-08/2/fagai"};
  return head;
}

ReportHead example_narrative_head() {
  ReportHead head = example_head();
  head.seq = 0;
  head.label.clear();
  head.role.reset();
  head.text.clear();
  head.articles.clear();
  return head;
}

ReportHead hostile_head() {
  ReportHead head = example_head();
  head.ledger_url = hostile_url();
  head.unit = head.label = hostile_text();
  head.text = mark(hostile_text(), "<script>");
  head.articles = {{hostile_text(), hostile_url()}};
  head.next = Link{hostile_text(), hostile_url()};
  return head;
}

ReportText example_text() {
  ReportText text;
  text.self_state = WorkState::behind;
  text.completion = 60;
  text.progress =
      "2号机组通流改造完成分部试运，8月26日转入整套试运；1号机组供电煤耗保持稳定。两台机组平均供电煤耗 312.4 "
      "克/千瓦时，较 7月下降 0.7。1–8月煤炭消费 14.6320 万吨，超序时 4.9 %。";
  text.measures = "每周二调度 2 家热电企业用煤；对 3 家重点企业下达月度用煤计划。";
  text.problems = "集中供热新增热源提前试运行，8月多用煤约 0.11 万吨；2号机组整套试运期间煤耗偏高。";
  text.next_steps = "9月10日前完成 2号机组整套试运；9月起按月下达用煤上限，9–12月合计不超过 5.6062 万吨。";
  text.expected_date = Date{2020, 10, 31};
  text.requirements = {{"coal_use", "312.4"}, {"stock", "yes"}};
  return text;
}

ReportText hostile_report_text() {
  ReportText text = example_text();
  text.progress = text.measures = text.problems = text.next_steps = text.coordination = hostile_text();
  text.no_progress = hostile_text();
  return text;
}

std::vector<Requirement> example_report_requirements() {
  Requirement coal;
  coal.key = "coal_use";
  coal.text = "平均供电煤耗低于310克/千瓦时";
  coal.sentence = "其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。";
  coal.type = ValueType::number;
  coal.comparison = Comparison::below;
  coal.unit = "克/千瓦时";
  coal.target = Decimal::parse("310");
  Requirement stock;
  stock.key = "stock";
  stock.text = "建立柴油车环保管理台账";
  stock.sentence = "建立健全柴油车环保管理台账。";
  return {coal, stock};
}

}  // namespace sjsz::view
