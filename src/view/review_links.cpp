#include "view/review_links.h"

#include "base/text.h"
#include "view/links.h"

namespace sjsz::view {
namespace {

int task_number(const ReportKey& key) { return key.task ? key.task->value : 0; }

std::string judge_url(const ReportKey& key, const char* verb) {
  return review_url() + "/" + to_string(key.period) + "/" + std::to_string(task_number(key)) + "/" + key.unit.value +
         "/" + verb;
}

}  // namespace

std::string line_word(const ReportKey& key) {
  return to_string(key.period) + "." + std::to_string(task_number(key)) + "." + key.unit.value;
}

std::optional<ReportKey> parse_line_word(std::string_view word) {
  const auto pieces = split(word, '.');
  if (pieces.size() != 3) return std::nullopt;
  const auto month = parse_month(pieces[0]);
  const int task = parse_whole(pieces[1]);
  if (!month || task < 0) return std::nullopt;
  return ReportKey{*month, task == 0 ? std::nullopt : std::optional(TaskSeq{task}), {pieces[2]}};
}

std::string review_url() { return "/review"; }
std::string review_url(const ReportKey& key) { return with_query(review_url(), "line", line_word(key)); }
std::string accept_url(const ReportKey& key) { return judge_url(key, "accept"); }
std::string return_url(const ReportKey& key) { return judge_url(key, "return"); }
std::string accept_clean_url() { return review_url() + "/accept-clean"; }

}  // namespace sjsz::view
