#include "domain/owed.h"

#include <algorithm>
#include <map>

namespace sjsz {
namespace {

// Who owes in whose place.
class Membership {
 public:
  Membership(const std::vector<Unit>& units, const std::vector<UnitMember>& members) {
    std::map<UnitCode, UnitCode> groups;
    for (const auto& member : members) groups[member.unit] = member.group;
    for (const auto& unit : units) {
      const auto group = groups.find(unit.code);
      if (group == groups.end() || !unit.active) continue;
      group_of_[unit.code] = group->second;
      members_of_[group->second].push_back(unit.code);
    }
  }

  bool is_member(const UnitCode& unit) const { return group_of_.contains(unit); }

  // Those that owe where this unit stands: its members, or itself.
  std::vector<UnitCode> debtors(const UnitCode& unit) const {
    const auto members = members_of_.find(unit);
    return members == members_of_.end() ? std::vector{unit} : members->second;
  }

  std::optional<UnitCode> group(const UnitCode& unit) const {
    const auto found = group_of_.find(unit);
    return found == group_of_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::map<UnitCode, UnitCode> group_of_;
  std::map<UnitCode, std::vector<UnitCode>> members_of_;  // in official order
};

const Assignment* find_assignment(const Task& task, const std::optional<UnitCode>& unit) {
  for (const auto& assignment : task.assignments) {
    if (assignment.unit == unit) return &assignment;
  }
  return nullptr;
}

std::vector<OwedLine> lines_of(const UnitCode& unit, const std::optional<UnitCode>& group, const Month& month,
                               const std::vector<Task>& tasks) {
  std::vector<OwedLine> lines;
  for (const auto& task : tasks) {
    const auto* own = find_assignment(task, unit);
    const auto* assignment = own ? own : find_assignment(task, group);
    if (assignment) lines.push_back({.key = {month, task.seq, unit}, .role = assignment->role});
  }
  if (!lines.empty()) lines.push_back({.key = {month, std::nullopt, unit}});
  return lines;
}

void count_submitted(const Report& report, const Date& due, OwedCounts& counts) {
  ++counts.submitted;
  counts.accepted += report.state == ReportState::accepted;
  counts.waiting += report.state == ReportState::submitted;
  counts.returned += report.state == ReportState::returned;
  const bool late = report.first_submitted && is_late(*report.first_submitted, due);
  ++(late ? counts.late : counts.on_time);
  counts.no_progress += report.text.no_progress.has_value();
}

}  // namespace

std::vector<OwedLine> list_owed(const Month& month, const std::vector<Task>& tasks, const std::vector<Unit>& units,
                                const std::vector<UnitMember>& members, const std::vector<Exemption>& exemptions) {
  const Membership membership(units, members);
  std::map<ReportKey, std::string> reasons;
  for (const auto& exemption : exemptions) reasons[exemption.key] = exemption.reason;
  std::vector<OwedLine> owed;
  for (const auto& unit : units) {
    if (!unit.active || membership.is_member(unit.code)) continue;
    for (const auto& debtor : membership.debtors(unit.code)) {
      for (auto& line : lines_of(debtor, membership.group(debtor), month, tasks)) {
        const auto reason = reasons.find(line.key);
        line.exempt = reason != reasons.end();
        if (line.exempt) line.exempt_reason = reason->second;
        owed.push_back(std::move(line));
      }
    }
  }
  return owed;
}

OwedCounts count_owed(const std::vector<OwedLine>& lines, const std::vector<Report>& reports,
                      const Standing& standing) {
  std::map<ReportKey, const Report*> written;
  for (const auto& report : reports) written[report.key] = &report;
  OwedCounts counts;
  for (const auto& line : lines) {
    if (line.exempt) {
      ++counts.exempt;
      continue;
    }
    ++counts.owed;
    const auto& due = standing.due.of(line.form());
    const auto found = written.find(line.key);
    const auto state = found == written.end() ? ReportState::none : found->second->state;
    counts.outstanding += is_outstanding(state);
    if (counts_as_submitted(state)) {
      count_submitted(*found->second, due, counts);
    } else {
      ++(is_over(due, standing.phase, standing.today) ? counts.missing : counts.open);
    }
  }
  return counts;
}

}  // namespace sjsz
