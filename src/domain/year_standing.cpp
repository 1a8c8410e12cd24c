#include "domain/year_standing.h"

#include <algorithm>

#include "domain/codes.h"

namespace sjsz {
namespace {

bool is_active(const YearFacts& facts, const Unit& unit, const Month& month) {
  bool active = unit.active;
  for (const auto& change : facts.activity) {
    if (change.unit == unit.code && change.from <= month) active = change.active;
  }
  return active;
}

// The unit itself, or the active members of a group.
std::vector<const Unit*> debtors(const YearFacts& facts, const UnitCode& code, const Month& month) {
  std::set<UnitCode> members;
  for (const auto& member : facts.members) {
    if (member.group == code) members.insert(member.unit);
  }
  std::vector<const Unit*> those, itself;
  for (const auto& unit : facts.units) {
    if (!is_active(facts, unit, month)) continue;
    if (members.contains(unit.code)) those.push_back(&unit);
    if (unit.code == code) itself.push_back(&unit);
  }
  return those.empty() ? itself : those;
}

std::set<int> listed_months(const YearFacts& facts, const Month& month) {
  const auto after = facts.listed_months.upper_bound(month);
  return after == facts.listed_months.begin() ? std::set<int>{} : std::prev(after)->second;
}

// The month that is looked at, the moment at which, and what was due by then.
struct Look {
  Month month;
  Instant at{};
  std::vector<Month> due;
};

Look look_at(const YearFacts& facts, const Month& month, Instant at) {
  return {month, at, list_due_months(month, facts.periods, facts.rules, at)};
}

TaskStanding judge_one_task(const YearFacts& facts, const Task& task, const Look& look) {
  const auto& [month, at, due] = look;
  TaskFacts one{.task = task,
                .month = month,
                .day = business_date(at),
                .due = due,
                .leads = list_leads(facts, task, month),
                .reports = {},
                .orders = {},
                .listed_months = listed_months(facts, month),
                .set_by_office = {}};
  for (const auto& past : facts.reports) {
    if (past.report.key.task != task.seq || past.report.key.period > month) continue;
    if (auto report = report_as_at(past.report, past.revisions, past.events, at)) one.reports.push_back(*report);
  }
  if (const auto orders = facts.orders.find(task.seq); orders != facts.orders.end()) one.orders = orders->second;
  if (const auto set = find_override(facts.overrides, LightObject::task, task.seq.value, month, at)) {
    one.set_by_office = LightOverride{from_code<TaskLight>(*set->light).value(), set->reason};
  }
  return judge_task(one);
}

IndicatorStanding judge_one_indicator(const YearFacts& facts, const Indicator& indicator,
                                      std::vector<CountedValue> values, const Look& look) {
  const auto& [month, at, due] = look;
  const auto rules = rules_in_force(indicator, facts.settings, month, at);
  IndicatorFacts one{.indicator = indicator,
                     .rules = rules,
                     .year = facts.year,
                     .month = month,
                     .at = at,
                     .due = due,
                     .values = std::move(values),
                     .judgements = {},
                     .set_by_office = {}};
  for (const auto& judgement : facts.judgements) {
    if (judgement.seq == indicator.seq) one.judgements.push_back(judgement);
  }
  if (const auto set = find_override(facts.overrides, LightObject::indicator, indicator.seq.value, month, at)) {
    one.set_by_office = StatusOverride{from_code<IndicatorStatus>(*set->light).value(), set->reason};
  }
  return judge_indicator(one);
}

MonthStanding stand_alone(const YearFacts& facts, const Month& month, Instant now) {
  MonthStanding standing;
  standing.month = month;
  standing.at = look_moment(month, facts.periods, facts.rules, now);
  standing.kept = standing.at < now;
  const auto look = look_at(facts, month, standing.at);
  for (const auto& task : facts.tasks) standing.tasks[task.seq] = judge_one_task(facts, task, look);
  for (const auto& indicator : facts.indicators) {
    auto values = list_counted(facts, indicator.seq, standing.at);
    standing.indicators[indicator.seq] = judge_one_indicator(facts, indicator, std::move(values), look);
  }
  return standing;
}

void mark_recovered(const MonthStanding& before, MonthStanding& now) {
  for (auto& [seq, standing] : now.tasks) {
    const auto kept = before.tasks.find(seq);
    standing.recovered = kept != before.tasks.end() && is_recovered(kept->second.light, standing.light);
  }
}

}  // namespace

std::vector<LeadUnit> list_leads(const YearFacts& facts, const Task& task, const Month& month) {
  std::vector<LeadUnit> leads;
  for (const auto& assignment : task.assignments) {
    if (assignment.role == Role::support) continue;
    for (const auto* unit : debtors(facts, assignment.unit, month)) leads.push_back({unit->code, unit->name, {}});
  }
  for (const auto& exemption : facts.exemptions) {
    if (exemption.key.task != task.seq) continue;
    const auto lead = std::ranges::find(leads, exemption.key.unit, &LeadUnit::unit);
    if (lead != leads.end()) lead->exempt.insert(exemption.key.period);
  }
  return leads;
}

MonthStanding stand_in(const YearFacts& facts, const Month& month, Instant now) {
  auto standing = stand_alone(facts, month, now);
  const auto before = plus_months(month, -1);
  if (before.year == facts.year) mark_recovered(stand_alone(facts, before, now), standing);
  return standing;
}

std::vector<MonthStanding> stand_through(const YearFacts& facts, const Month& last, Instant now) {
  std::vector<MonthStanding> months;
  if (!facts.rules.first) return months;
  for (auto month = std::max(*facts.rules.first, Month{facts.year, 1}); month <= last; month = plus_months(month, 1)) {
    months.push_back(stand_alone(facts, month, now));
    if (months.size() > 1) mark_recovered(months[months.size() - 2], months.back());
  }
  return months;
}

std::vector<CountedValue> list_counted(const YearFacts& facts, IndicatorSeq seq, Instant at) {
  std::vector<CountedValue> values;
  for (const auto& value : facts.values) {
    const auto counted = value.seq == seq ? counted_value(value, at) : std::nullopt;
    if (counted) values.push_back(*counted);
  }
  return values;
}

IndicatorStanding stand_with(const YearFacts& facts, const Indicator& indicator, const CountedValue& value,
                             Instant now) {
  auto values = list_counted(facts, indicator.seq, now);
  std::erase_if(values, [&](const CountedValue& one) { return one.period == value.period; });
  values.push_back(value);
  return judge_one_indicator(facts, indicator, std::move(values), look_at(facts, value.period.last, now));
}

std::vector<LightMove> list_moves(const MonthStanding& before, const MonthStanding& now) {
  std::vector<LightMove> moves;
  for (const auto& [seq, standing] : now.tasks) {
    const auto was = before.tasks.find(seq);
    if (was == before.tasks.end() || was->second.light == standing.light) continue;
    moves.push_back(
        {LightObject::task, seq.value, std::string(to_code(was->second.light)), std::string(to_code(standing.light))});
  }
  for (const auto& [seq, standing] : now.indicators) {
    const auto was = before.indicators.find(seq);
    if (was == before.indicators.end() || was->second.status == standing.status) continue;
    moves.push_back({LightObject::indicator, seq.value, std::string(to_code(was->second.status)),
                     std::string(to_code(standing.status))});
  }
  return moves;
}

}  // namespace sjsz
