// Chinese words for reports: their states, what units and office hold of the work, whose they are, days and times as
// people say them within a year.
#pragma once
#include <string>
#include <string_view>

#include "domain/period.h"
#include "domain/report.h"

namespace sjsz::view {

std::string_view report_state_word(ReportState state);   // 未开始 填写中 已提交 退回修改 已审核 免报
std::string_view report_state_class(ReportState state);  // non dra sub ret acc exe: of the style sheet's .state--
using sjsz::work_state_word;
std::string_view report_verb_word(std::string_view verb);  // 提交 撤回 退回 审核通过; of ReportEvent::verb

std::string month_words(const Month& month);        // 2020年8月
std::string month_word(const Month& month);         // 8月
std::string day_words(const Date& date);            // 9月7日
std::string due_words(const DueDates& due);         // 9月7日, or 9月7日（配合事项9月3日）
std::string moment_words(Instant at);               // 9月3日 14:02
std::string percent_words(int percent);             // 60 %
std::string left_words(int tasks, bool narrative);  // 还差 2 项和工作进展情况报告; empty: nothing is left
std::string size_words(std::int64_t bytes);         // 24 KB, 1.1 MB
std::string yes_no_word(std::string_view value);    // 已达到 未达到; of a requirement without number

}  // namespace sjsz::view
