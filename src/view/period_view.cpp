#include "view/period_view.h"

#include "view/dispatch_view.h"
#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_words.h"

namespace sjsz::view {

std::string period_url(const Month& period) { return dispatch_url() + "/" + to_string(period); }

namespace {

std::string_view phase_words(Phase phase) {
  switch (phase) {
    case Phase::outside:
      return "不在调度期内";
    case Phase::drafting:
      return "可以写草稿，次月1日起提交";
    case Phase::open:
      return "可以提交";
    case Phase::overdue:
      return "已过截止日期，提交的记为迟报";
    case Phase::closed:
      return "已关闭，不能再提交";
  }
  return {};
}

Data form_data(const Form& form) { return form_object(form).list("choices", form.choices, choice_data).data(); }

Data exemption_data(const PeriodView::Exemption& one) {
  return Object()
      .text("line", one.line)
      .text("reason", one.reason)
      .flag("may_lift", one.may_lift)
      .text("action", one.action)
      .text("word", one.word)
      .data();
}

Data reopening_data(const PeriodView::Reopening& one) {
  return Object().text("unit", one.unit).text("until", one.until).text("reason", one.reason).data();
}

}  // namespace

std::string render(const Templates& templates, const PeriodView& view) {
  Object data;
  add_faults(data, view.forms);
  data.text("board_url", dispatch_url(view.period))
      .text("month", month_words(view.period))
      .text("due", due_words(view.due))
      .text("phase", phase_words(view.phase))
      .optional_text("notice", view.notice)
      .optional_text("refusal", view.refusal)
      .list("forms", view.forms, form_data)
      .flag("has_exemptions", !view.exemptions.empty())
      .list("exemptions", view.exemptions, exemption_data)
      .flag("has_reopenings", !view.reopenings.empty())
      .list("reopenings", view.reopenings, reopening_data);
  return templates.render("period", data.data());
}

std::vector<PeriodView> period_examples() {
  PeriodView none;
  none.period = {2020, 8};
  none.due = {{2020, 9, 7}, {2020, 9, 7}};
  none.phase = Phase::closed;

  PeriodView full = none;
  full.phase = Phase::overdue;
  full.forms = {{"due",
                 "改截止日期",
                 "只改这一期",
                 "/dispatch/2020-08/due",
                 "改截止日期",
                 {},
                 {{.name = "due", .label = "新的截止日期", .value = "2020-09-10"},
                  {.name = "due_reason", .label = "原因", .fault = "请写明原因，最多 500 个字。"}}},
                {"close", "关闭本期", "关闭后不能再提交", "/dispatch/2020-08/close", "关闭本期", {}, {}}};
  full.exemptions = {
      {"区工信局　任务 4 “四新经济”", "本月统一报送", "/dispatch/2020-08/exemptions/lift", "2020-08.4.gongxin", true}};
  full.reopenings = {{"区发改局", "9月20日 24 时", "补报任务 9"}};
  full.notice = "截止日期已改为 2020-09-10。";

  PeriodView hostile = full;
  hostile.refusal = hostile.notice = hostile_text();
  hostile.forms[0].fields[0].value = hostile.forms[0].fields[1].fault = hostile_text();
  hostile.exemptions = {{hostile_text(), hostile_text(), hostile_url(), hostile_text(), true}};
  hostile.reopenings = {{hostile_text(), hostile_text(), hostile_text()}};
  return {none, full, hostile};
}

}  // namespace sjsz::view
