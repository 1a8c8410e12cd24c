#include "view/narrative_draft.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "view/report_words.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

using Lines = std::vector<NarrativeLine>;

// 牵头 3 项、共同负责 1 项
std::string shares(const Lines& lines) {
  std::vector<std::string> parts;
  for (const Role role : {Role::lead, Role::joint, Role::sole, Role::support}) {
    const auto count = std::count_if(lines.begin(), lines.end(), [&](const auto& one) { return one.role == role; });
    if (count > 0) parts.push_back(std::string(role_name(role)) + " " + std::to_string(count) + " 项");
  }
  return join(parts, "、");
}

std::string as_sentence(const std::string& text) {
  return text.empty() || text.ends_with("。") || text.ends_with("！") ? text : text + "。";
}

std::string progress_of(const NarrativeLine& line) {
  if (line.text.no_progress) return "本月无新进展：" + as_sentence(*line.text.no_progress);
  return as_sentence(line.text.progress) + as_sentence(line.text.measures);
}

// （一）压减煤炭消费（牵头）。…
void add_part(std::vector<std::string>& paragraphs, const char* heading, const Lines& lines,
              const std::function<std::string(const NarrativeLine&)>& words_of, int& parts) {
  int number = 0;
  for (const auto& line : lines) {
    auto words = words_of(line);
    if (words.empty()) continue;
    if (number == 0) paragraphs.push_back(chinese_numeral(++parts) + "、" + heading);
    std::replace(words.begin(), words.end(), '\n', ' ');
    paragraphs.push_back("（" + chinese_numeral(++number) + "）" + line.label + "（" +
                         std::string(role_name(line.role)) + "）。" + words);
  }
}

}  // namespace

std::string draft_narrative(const std::string& unit, const Month& month, const Lines& lines) {
  std::vector<std::string> paragraphs = {month_words(month) + "，" + unit + "承担工作任务 " +
                                         std::to_string(lines.size()) + " 项，其中" + shares(lines) +
                                         "。现将工作进展情况报告如下。"};
  int parts = 0;
  add_part(paragraphs, "工作进展", lines, progress_of, parts);
  add_part(
      paragraphs, "存在问题", lines, [](const auto& one) { return as_sentence(one.text.problems); }, parts);
  add_part(
      paragraphs, "下步打算", lines, [](const auto& one) { return as_sentence(one.text.next_steps); }, parts);
  add_part(
      paragraphs, "需协调解决事项", lines, [](const auto& one) { return as_sentence(one.text.coordination); }, parts);
  return join(paragraphs, "\n");
}

}  // namespace sjsz::view
