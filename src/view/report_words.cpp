#include "view/report_words.h"

namespace sjsz::view {

std::string_view report_state_word(ReportState state) {
  switch (state) {
    case ReportState::none:
      return "未开始";
    case ReportState::draft:
      return "填写中";
    case ReportState::submitted:
      return "已提交";
    case ReportState::returned:
      return "退回修改";
    case ReportState::accepted:
      return "已审核";
    case ReportState::exempt:
      return "免报";
  }
  return {};
}

std::string_view report_state_class(ReportState state) {
  switch (state) {
    case ReportState::none:
      return "non";
    case ReportState::draft:
      return "dra";
    case ReportState::submitted:
      return "sub";
    case ReportState::returned:
      return "ret";
    case ReportState::accepted:
      return "acc";
    case ReportState::exempt:
      return "exe";
  }
  return {};
}

std::string_view report_verb_word(std::string_view verb) {
  if (verb == "submit") return "提交";
  if (verb == "withdraw") return "撤回";
  if (verb == "return") return "退回";
  if (verb == "accept") return "审核通过";
  return {};
}

std::string month_words(const Month& month) { return std::to_string(month.year) + "年" + month_word(month); }
std::string month_word(const Month& month) { return std::to_string(month.month) + "月"; }

std::string day_words(const Date& date) { return std::to_string(date.month) + "月" + std::to_string(date.day) + "日"; }

std::string due_words(const DueDates& due) {
  return day_words(due.lead) + (due.differ() ? "（配合事项" + day_words(due.supporting) + "）" : "");
}

std::string moment_words(Instant at) { return day_words(business_date(at)) + " " + business_minute(at).substr(11); }

std::string percent_words(int percent) { return std::to_string(percent) + " %"; }
std::string left_words(int tasks, bool narrative) {
  const std::string count = tasks > 0 ? "还差 " + std::to_string(tasks) + " 项" : "";
  if (!narrative) return count;
  return count.empty() ? "还差工作进展情况报告" : count + "和工作进展情况报告";
}

std::string size_words(std::int64_t bytes) {
  constexpr std::int64_t kilo = 1024, mega = kilo * kilo;
  if (bytes < mega) return std::to_string((bytes + kilo - 1) / kilo) + " KB";
  const auto tenths = (bytes * 10 + mega / 2) / mega;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::string yes_no_word(std::string_view value) { return value == "yes" ? "已达到" : "未达到"; }

}  // namespace sjsz::view
