#include "view/receipt_view.h"

#include <algorithm>

#include "base/text.h"
#include "view/example_texts.h"
#include "view/parts_data.h"
#include "view/report_links.h"
#include "view/report_words.h"

namespace sjsz::view {
namespace {

// 按时, 迟报, 或 2 项按时、1 项迟报
std::string time_words(const ReceiptView& view) {
  const auto late =
      std::count_if(view.lines.begin(), view.lines.end(), [](const ReceiptView::Line& one) { return one.late; });
  const auto in_time = static_cast<std::ptrdiff_t>(view.lines.size()) - late;
  if (late == 0) return "按时";
  if (in_time == 0) return "迟报";
  return std::to_string(in_time) + " 项按时、" + std::to_string(late) + " 项迟报";
}

Data line_data(const ReceiptView::Line& line) {
  return Object()
      .text("title", line.title)
      .text("url", line.url)
      .text("revision", line.revision)
      .flag("late", line.late)
      .data();
}

Data left_data(const ReceiptView::Left& left) {
  return Object()
      .text("title", left.title)
      .text("url", left.url)
      .text("state", report_state_word(left.state))
      .text("state_class", report_state_class(left.state))
      .data();
}

std::string words_of_left(const ReceiptView& view) {
  const auto narratives =
      std::count_if(view.left.begin(), view.left.end(), [](const ReceiptView::Left& one) { return one.narrative; });
  return left_words(static_cast<int>(static_cast<std::ptrdiff_t>(view.left.size()) - narratives), narratives > 0);
}

std::optional<Link> first_left(const ReceiptView& view) {
  if (view.left.empty()) return std::nullopt;
  return Link{view.left.front().title, view.left.front().url};
}

}  // namespace

std::string render(const Templates& templates, const ReceiptView& view) {
  return templates.render("receipt", Object()
                                         .text("ledger_url", ledger_url(view.period))
                                         .text("period", to_string(view.period))
                                         .text("month", month_words(view.period))
                                         .text("id", view.id)
                                         .text("unit", view.unit)
                                         .text("actor", view.actor)
                                         .text("to", view.to.empty() ? "工作专班办公室" : join(view.to, "、"))
                                         .text("at", business_minute(view.at))
                                         .text("due", due_words(view.due))
                                         .text("count", static_cast<int>(view.lines.size()))
                                         .text("in_time", time_words(view))
                                         .list("lines", view.lines, line_data)
                                         .flag("has_left", !view.left.empty())
                                         .text("left_words", words_of_left(view))
                                         .list("left", view.left, left_data)
                                         .list("first_left", one_or_none(first_left(view)), link_data)
                                         .data());
}

std::vector<ReceiptView> receipt_examples() {
  ReceiptView none;
  none.id = "2020-08-fagai-1";
  none.unit = "区发改局";
  none.actor = "王欣";
  none.period = {2020, 8};
  none.at = business_instant({2020, 9, 3}, std::chrono::minutes(846));
  none.due = {{2020, 9, 7}, {2020, 9, 7}};
  none.lines = {{"任务 9　压减煤炭消费", "/reports/2020-08/9/fagai", 1, false}};

  ReceiptView full = none;
  full.lines.push_back({"任务 5　传统行业绿色改造", "/reports/2020-08/5/fagai", 2, true});
  full.left = {{"任务 2　高耗能行业布局", "/reports/2020-08/2/fagai", ReportState::returned},
               {"工作进展情况报告", "/reports/2020-08/narrative/fagai", ReportState::none, true}};
  full.to = {"区政府办公室"};

  ReceiptView hostile = full;
  hostile.id = hostile.unit = hostile.actor = hostile_text();
  hostile.to = {hostile_text()};
  hostile.lines = {{hostile_text(), hostile_url(), 1, true}};
  hostile.left = {{hostile_text(), hostile_url(), ReportState::draft}};
  return {none, full, hostile};
}

}  // namespace sjsz::view
