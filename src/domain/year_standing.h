// How all tasks and indicators of a year stand in a month: as it was kept, or as it is now (domain/look_back.h). One
// function for summary, lists, pages and API, so that a number is the same everywhere.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/indicator_status.h"
#include "domain/light_change.h"
#include "domain/look_back.h"
#include "domain/owed.h"
#include "domain/task_light.h"

namespace sjsz {

// A report of a lead with its whole past. Of its texts only what lights are made of: self_state, no_progress,
// requirements.
struct ReportPast {
  Report report;
  std::vector<Revision> revisions;
  std::vector<ReportEvent> events;
};

struct YearFacts {
  int year = 0;
  std::vector<Indicator> indicators;
  std::vector<Task> tasks;
  std::vector<Unit> units;
  std::vector<ActivityChange> activity;  // oldest month first
  std::vector<UnitMember> members;
  PeriodRules rules;
  Periods periods;
  std::vector<Exemption> exemptions;
  std::vector<ReportPast> reports;
  std::vector<IndicatorValue> values;
  std::vector<Judgement> judgements;
  std::vector<IndicatorSettingChange> settings;
  std::vector<LightChange> overrides;
  std::map<Month, std::set<int>> listed_months;      // for requirements of each_month, from a month on
  std::map<TaskSeq, std::vector<OpenOrder>> orders;  // none are kept yet
};

struct MonthStanding {
  Month month;
  Instant at{};       // the moment that is looked at
  bool kept = false;  // it stays as it is
  std::map<TaskSeq, TaskStanding> tasks;
  std::map<IndicatorSeq, IndicatorStanding> indicators;
};

// Points into `facts` (requirements of tasks).
MonthStanding stand_in(const YearFacts& facts, const Month& month, Instant now);
// Every month of the year up to `last`, from the first dispatch period on.
std::vector<MonthStanding> stand_through(const YearFacts& facts, const Month& last, Instant now);

// What counts of an indicator at a moment, by period: what its course is drawn from.
std::vector<CountedValue> list_counted(const YearFacts& facts, IndicatorSeq seq, Instant at);

// How an indicator will stand in the month that `value` is of, if it is entered now: what the form shows beforehand.
IndicatorStanding stand_with(const YearFacts& facts, const Indicator& indicator, const CountedValue& value,
                             Instant now);

// Which light or status is not what it was the month before, tasks first.
struct LightMove {
  LightObject object = LightObject::task;
  int seq = 0;
  std::string from, to;  // codes
};
std::vector<LightMove> list_moves(const MonthStanding& before, const MonthStanding& now);

// The lead or sole unit of a task in a month, or those that share it; in the place of a group its members.
std::vector<LeadUnit> list_leads(const YearFacts& facts, const Task& task, const Month& month);

}  // namespace sjsz
