// The light of a task in a month (灯), and the sentence that says why (docs/rules.md): pure, from the reports as they
// were at the moment that is looked at.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/report.h"
#include "domain/requirement_result.h"

namespace sjsz {

enum class TaskLight { done, on_pace, behind, missing, off, not_due };

// The lead or sole unit, or one of those that share; in the place of a group its members.
struct LeadUnit {
  UnitCode unit;
  std::string name;
  std::set<Month> exempt;
};

// A supervision order (督办单) of the task that was not closed at the moment.
struct OpenOrder {
  std::string number;  // 2020-7
  Date deadline;
  bool answered = false;  // replied to, and not rejected
};

struct LightOverride {
  TaskLight light = TaskLight::on_pace;
  std::string reason;
};

struct TaskFacts {
  const Task& task;
  Month month;             // that is looked at
  Date day;                // of the moment that is looked at
  std::vector<Month> due;  // months up to `month` whose reports are due at that moment, oldest first
  std::vector<LeadUnit> leads;
  std::vector<Report> reports;  // of the leads; drafts and later months do not count
  std::vector<OpenOrder> orders;
  std::set<int> listed_months;                 // for requirements of each_month
  std::optional<LightOverride> set_by_office;  // of this month
};

struct TaskStanding {
  TaskLight light = TaskLight::not_due;  // that counts
  TaskLight by_rule = TaskLight::not_due;
  std::string reason;
  bool provisional = false;                     // 初步: a report that counts is not accepted
  bool recovered = false;                       // 红转黄: set by who knows the month before
  std::vector<RequirementResult> requirements;  // of each lead's newest report
};

TaskStanding judge_task(const TaskFacts& facts);

// off or missing as kept for the month before, and now better than both.
bool is_recovered(TaskLight kept, TaskLight now);

std::string_view light_word(TaskLight light);  // 已完成 正常 滞后 未报 严重滞后 未到期

}  // namespace sjsz
