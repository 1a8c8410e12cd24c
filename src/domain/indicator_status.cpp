#include "domain/indicator_status.h"

#include <algorithm>

#include "domain/indicator_reason.h"

namespace sjsz {
namespace {

using Status = IndicatorStatus;

Month last_month_of(int year, const Month& month) { return std::min(month, Month{year, 12}); }

bool is_missing(const std::optional<IndicatorPeriod>& due, const std::optional<IndicatorPeriod>& newest) {
  return due && (!newest || newest->last < due->last);
}

Status status_by_number(const IndicatorRules& rules, const CountedValue& counted, const Path& path) {
  const auto reaches = [&](int percent) { return completes(rules.kind, counted.amount, path.amount, percent); };
  if (counted.period.is_final()) return reaches(100) ? Status::met : Status::off;
  if (reaches(100)) return Status::on_pace;
  return reaches(rules.second_threshold) ? Status::behind : Status::off;
}

std::optional<SecondTarget> second_target(const IndicatorFacts& facts, const CountedValue& counted) {
  if (!facts.indicator.second_target) return std::nullopt;
  SecondTarget second{improvement(facts.rules, counted.amount), false};
  second.met = second.improvement && *second.improvement >= Fraction(*facts.indicator.second_target);
  return second;
}

void add_outlook(const IndicatorFacts& facts, IndicatorStanding& standing) {
  if (!facts.indicator.target) return;
  const auto& counted = *standing.value;
  standing.forecast = year_end_forecast(facts.rules, counted.period, counted.amount);
  if (facts.rules.kind == IndicatorKind::at_most_level) {
    standing.daily_limit = remaining_daily_limit(counted.period, counted.amount, *facts.indicator.target);
  }
  standing.outlook = outlook_words(facts.indicator, facts.rules, standing);
}

void judge_by_number(const IndicatorFacts& facts, const std::optional<IndicatorPeriod>& due,
                     IndicatorStanding& standing) {
  const auto& counted = standing.value;
  if (counted) {
    standing.path = find_path(facts.indicator, facts.rules, facts.year, counted->period.last);
    standing.second = second_target(facts, *counted);
    standing.provisional = counted->provisional();
  }
  if (is_missing(due, counted ? std::optional(counted->period) : std::nullopt)) {
    standing.status = Status::no_data;
    standing.reason = missing_reason(facts.indicator, facts.rules, *due, standing);
  } else if (!counted || !standing.path) {
    standing.status = Status::not_due;
    standing.reason = not_due_reason(facts.indicator, facts.rules, standing);
  } else {
    standing.completion = completion(facts.rules.kind, counted->amount, standing.path->amount);
    standing.status = status_by_number(facts.rules, *counted, *standing.path);
    standing.reason = number_reason(facts.indicator, facts.rules, standing);
  }
  if (counted) add_outlook(facts, standing);
}

void judge_by_office(const IndicatorFacts& facts, const std::optional<IndicatorPeriod>& due,
                     IndicatorStanding& standing) {
  standing.judgement = newest_judgement(facts.judgements, last_month_of(facts.year, facts.month), facts.at);
  const auto& judgement = standing.judgement;
  if (is_missing(due, judgement ? std::optional(judgement->period) : std::nullopt)) {
    standing.status = Status::no_data;
  } else {
    standing.status = judgement ? judgement->status : Status::not_due;
  }
  standing.reason = judged_reason(standing, due);
}

}  // namespace

std::optional<IndicatorPeriod> newest_due_period(const IndicatorRules& rules, int year, const Month& month,
                                                 const std::vector<Month>& due) {
  auto period = newest_period(rules.rhythm, last_month_of(year, month));
  for (; period.last.year == year; period = previous_period(period)) {
    if (std::ranges::find(due, plus_months(period.last, rules.lag)) != due.end()) return period;
  }
  return std::nullopt;
}

IndicatorStanding judge_indicator(const IndicatorFacts& facts) {
  IndicatorStanding standing;
  const auto month = last_month_of(facts.year, facts.month);
  standing.value = newest_counted(facts.values, month);
  const auto due = newest_due_period(facts.rules, facts.year, facts.month, facts.due);
  switch (facts.rules.kind) {
    case IndicatorKind::monitored:
      standing.status = Status::monitored;
      standing.provisional = standing.value && standing.value->provisional();
      standing.reason = monitored_reason(facts.indicator, standing);
      break;
    case IndicatorKind::qualitative:
      judge_by_office(facts, due, standing);
      break;
    default:
      judge_by_number(facts, due, standing);
  }
  standing.by_rule = standing.status;
  if (facts.set_by_office && facts.rules.kind != IndicatorKind::monitored) {
    standing.status = facts.set_by_office->status;
    standing.reason = overridden_reason(standing, facts.set_by_office->reason);
  }
  return standing;
}

std::string_view status_word(IndicatorStatus status) {
  switch (status) {
    case Status::met:
      return "达标";
    case Status::on_pace:
      return "正常";
    case Status::behind:
      return "滞后";
    case Status::off:
      return "严重滞后";
    case Status::no_data:
      return "无数据";
    case Status::not_due:
      return "未到考核时点";
    case Status::monitored:
      return "仅监测";
  }
  return {};
}

std::string_view status_word(IndicatorStatus status, bool final) {
  return final && status == Status::off ? "未达标" : status_word(status);
}

std::optional<std::string> judgement_fault(IndicatorStatus status, const IndicatorPeriod& period) {
  if (period.is_final()) {
    if (status == Status::met || status == Status::off) return std::nullopt;
    return "年终请判定为达标或未达标。";
  }
  if (status == Status::on_pace || status == Status::behind || status == Status::off) return std::nullopt;
  return "年内请判定为正常、滞后或严重滞后。";
}

}  // namespace sjsz
