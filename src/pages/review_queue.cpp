#include "pages/review_queue.h"

#include <algorithm>

#include "base/text.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"
#include "view/review_links.h"

namespace sjsz {

std::string Offices::reviewers_of(const UnitCode& unit) const {
  std::vector<std::string> names;
  for (const auto& one : units) {
    if (one.code != unit) names.push_back(one.name);
  }
  return names.empty() ? "其他单位的专班办公室账号（还没有设）" : join(names, "、");
}

Offices find_offices(Reader& db) { return {list_reviewing_units(db)}; }

LineNames::LineNames(Reader& db) : tasks_(list_tasks_by_year(db)), units_(list_units(db)), jumps_(db) {
  for (const auto& member : list_unit_members(db)) groups_[member.unit] = member.group;
}

const Task* LineNames::task_of(const ReportKey& key) const {
  const auto year = tasks_.find(key.period.year);
  if (!key.task || year == tasks_.end()) return nullptr;
  const auto found = std::ranges::find(year->second, *key.task, &Task::seq);
  return found == year->second.end() ? nullptr : &*found;
}

std::optional<Role> LineNames::role_of(const ReportKey& key) const {
  const auto* task = task_of(key);
  if (!task) return std::nullopt;
  const auto group = groups_.find(key.unit);
  std::optional<Role> of_group;
  for (const auto& assignment : task->assignments) {
    if (assignment.unit == key.unit) return assignment.role;
    if (group != groups_.end() && assignment.unit == group->second) of_group = assignment.role;
  }
  return of_group;
}

std::string LineNames::unit_name(const UnitCode& unit) const { return name_of(units_, unit); }

bool LineNames::knows(const UnitCode& unit) const { return std::ranges::count(units_, unit, &Unit::code) > 0; }

std::optional<ReportKey> LineNames::find_line(std::string_view word) const {
  auto key = view::parse_line_word(word);
  if (!key || !knows(key->unit) || (key->task && !task_of(*key))) return std::nullopt;
  return key;
}

WaitingLine waiting_line(const LineNames& names, Report report, std::optional<Report> previous) {
  WaitingLine line;
  line.role = names.role_of(report.key);
  line.form = form_of(report.key, line.role.value_or(Role::support));
  if (const auto* task = names.task_of(report.key)) {
    line.label = task->label;
    if (line.form == ReportForm::full) line.requirements = task->requirements;
  }
  line.warnings = list_warnings(report.text, previous ? &previous->text : nullptr, line.requirements,
                                names.jump_percent(report.key.period));
  line.report = std::move(report);
  line.previous = std::move(previous);
  return line;
}

std::vector<WaitingLine> list_waiting(Reader& db, const LineNames& names) {
  const auto earlier = list_previous_of_waiting(db);
  std::vector<WaitingLine> lines;
  for (auto& report : list_submitted_reports(db)) {
    std::optional<Report> previous;
    for (const auto& one : earlier) {  // by month: the last that fits is the newest
      const bool same_line = one.key.task == report.key.task && one.key.unit == report.key.unit;
      if (same_line && one.key.period < report.key.period && one.key.period.year == report.key.period.year) {
        previous = one;
      }
    }
    lines.push_back(waiting_line(names, std::move(report), std::move(previous)));
  }
  return lines;
}

int days_since(Instant at, const Date& today) { return std::max(0, days_between(business_date(at), today)); }

}  // namespace sjsz
