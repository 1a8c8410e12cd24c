#include "domain/task_filter.h"

#include <algorithm>

#include "base/text.h"
#include "domain/codes.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostWords = 100;

bool has_assignment(const Task& task, const TaskFilter& filter) {
  if (!filter.unit && !filter.role) return true;
  return std::any_of(task.assignments.begin(), task.assignments.end(), [&](const Assignment& assignment) {
    return (!filter.unit || assignment.unit == *filter.unit) && (!filter.role || assignment.role == *filter.role);
  });
}

bool stands_in_chapter(const Task& task, const TaskFilter& filter, const Plan& plan) {
  if (!filter.chapter) return true;
  return std::any_of(task.articles.begin(), task.articles.end(),
                     [&](ArticleNumber article) { return chapter_of(plan, article) == *filter.chapter; });
}

bool has_words(const Task& task, const TaskFilter& filter) {
  const auto found_in = [&](const std::string& text) { return text.find(filter.words) != text.npos; };
  return filter.words.empty() || found_in(task.label) || found_in(task.text) || found_in(task.responsible_text);
}

}  // namespace

tl::expected<TaskFilter, FilterFault> check_task_filter(const RawTaskFilter& raw, const std::vector<Unit>& units,
                                                        const Plan& plan) {
  TaskFilter filter;
  if (!raw.unit.empty()) {
    const auto known = std::any_of(units.begin(), units.end(), [&](const Unit& u) { return u.code.value == raw.unit; });
    if (!known) return tl::unexpected(FilterFault{"unit", "没有这个单位，请在“单位”里重新选择。"});
    filter.unit = UnitCode{std::string(raw.unit)};
  }
  if (!raw.role.empty()) {
    filter.role = from_code<Role>(raw.role);
    if (!filter.role) return tl::unexpected(FilterFault{"role", "没有这个角色，请在“角色”里重新选择。"});
  }
  if (!raw.chapter.empty()) {
    const int number = parse_whole(raw.chapter);
    const auto known = std::any_of(plan.chapters.begin(), plan.chapters.end(),
                                   [&](const Chapter& chapter) { return chapter.number == number; });
    if (!known) return tl::unexpected(FilterFault{"chapter", "方案没有这一章，请在“章”里重新选择。"});
    filter.chapter = number;
  }
  filter.words = std::string(trim(raw.words));
  if (count_characters(filter.words) > kMostWords) {
    return tl::unexpected(FilterFault{"q", "查找的文字太长，最多 100 个字。"});
  }
  return filter;
}

std::vector<Task> filter_tasks(const std::vector<Task>& tasks, const TaskFilter& filter, const Plan& plan) {
  std::vector<Task> found;
  std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(found), [&](const Task& task) {
    return has_assignment(task, filter) && stands_in_chapter(task, filter, plan) && has_words(task, filter);
  });
  return found;
}

}  // namespace sjsz
