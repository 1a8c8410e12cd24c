#include "domain/indicator_reason.h"

#include <algorithm>

namespace sjsz {
namespace {

constexpr int kMostScale = 6;

std::string with_unit(const std::string& number, const Indicator& indicator) {
  return indicator.unit.empty() ? number : number + " " + indicator.unit;
}

// Rounded to `scale` digits, or to as many more as tell it from what it is held against.
Decimal rounded_apart(const Fraction& number, const Fraction& other, int scale) {
  auto rounded = number.round(scale);
  while (scale < kMostScale && number != other && Fraction(rounded) == other) rounded = number.round(++scale);
  return rounded;
}

// 累计, 均值 or nothing: what the value of the year so far is.
const char* so_far_noun(IndicatorKind kind) {
  if (is_total(kind)) return "累计";
  return kind == IndicatorKind::at_most_level ? "均值" : "";
}

std::string value_words(const Indicator& indicator, IndicatorKind kind, const CountedValue& counted) {
  const auto number = with_unit(counted.amount.to_string(), indicator);
  return so_far_words(counted.period) + so_far_noun(kind) + " " + number + (counted.provisional() ? "（初步）" : "");
}

std::string path_name(IndicatorKind kind, const Path& path, const IndicatorPeriod& period) {
  const bool total = is_total(kind);
  const char* bound = is_at_most(kind) ? "上限" : "下限";
  switch (path.source) {
    case PathSource::target:
      return total ? std::string("年度") + bound : "目标";
    case PathSource::milestone:
      return std::to_string(period.last.month) + "月节点";
    case PathSource::straight:
      return "序时进度";
    case PathSource::share:
    case PathSource::curve:
      return total ? std::string("序时") + bound : "序时参考";
  }
  return {};
}

// What stands behind 超 or 低: one digit, or that it is less.
std::string percent_words(const Fraction& percent) {
  const auto rounded = percent.size().round(1);
  if (rounded == Decimal() && !percent.is_zero()) return "不足 0.1 %";
  return " " + rounded.to_string() + " %";
}

// Percentages differ by 百分点, other numbers by percent of the path.
std::string difference_words(const Indicator& indicator, const IndicatorRules& rules, const CountedValue& counted,
                             const Path& path) {
  const auto difference = Fraction(counted.amount) - path.amount;
  if (difference.is_zero()) return "持平";
  const bool over = difference > Fraction();
  const std::string upwards = is_at_most(rules.kind) ? "超" : "高";
  if (indicator.unit == "%") {
    const int scale = std::max({counted.amount.scale(), indicator.target ? indicator.target->scale() : 0, 1});
    const auto points = rounded_apart(difference.size(), Fraction(), scale);
    return (over ? upwards : "低") + std::string(" ") + points.to_string() + " 个百分点";
  }
  if (path.amount.is_zero()) return "相差比例无法计算";
  const auto percent = difference / path.amount * Fraction(100, 1);
  return (over ? upwards : "低") + percent_words(percent);
}

// Cut, not rounded: what does not reach a hundred is not shown as a hundred.
std::string completion_words(const IndicatorStanding& standing) {
  if (standing.status != IndicatorStatus::behind && standing.status != IndicatorStatus::off) return "";
  if (!standing.completion) return "，完成率无法计算";
  if (*standing.completion <= Fraction()) return "";
  const auto percent = *standing.completion * Fraction(100, 1);
  auto shown = percent.round(1);
  if (Fraction(shown) > percent) shown = (percent - Fraction(1, 10)).round(1);
  return "，完成率 " + shown.to_string() + " %";
}

std::string second_words(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing) {
  if (!standing.second) return "";
  const auto base = std::to_string(indicator.base_year) + "年";
  const auto target = indicator.second_target->to_string() + " " + indicator.second_target_unit;
  if (!standing.second->improvement) return "；未设" + base + "基准数值，改善率无法计算（目标 " + target + "）";
  const auto& improved = *standing.second->improvement;
  const auto number = rounded_apart(improved.size(), Fraction(*indicator.second_target), 1).to_string();
  const bool worse = improved < Fraction();
  return "；比" + base + "（" + with_unit(rules.base_value->to_string(), indicator) + "）" +
         (worse ? "上升 " : "改善 ") + number + " %，目标 " + target;
}

std::string forecast_words(const Indicator& indicator, IndicatorKind kind, const IndicatorStanding& standing) {
  const std::string bound = is_at_most(kind) ? "年度上限" : "年度下限";
  const auto& target = *indicator.target;
  const Fraction limit(target);
  const int scale = std::max(target.scale(), standing.value->amount.scale());
  const auto year_end = rounded_apart(*standing.forecast, limit, scale);
  const auto difference = *standing.forecast - limit;
  const auto apart = with_unit(rounded_apart(difference.size(), Fraction(), scale).to_string(), indicator);
  const auto words = "按目前进度全年约 " + with_unit(year_end.to_string(), indicator) + "，";
  if (difference.is_zero()) return words + "与" + bound + "持平。";
  return words + (difference > Fraction() ? "将超" + bound : "比" + bound + "少") + " " + apart + "。";
}

std::string daily_limit_words(const Indicator& indicator, const IndicatorStanding& standing) {
  const auto& last = standing.value->period.last;
  const int left = days_gone({last.year, 12}) - days_gone(last);
  if (*standing.daily_limit <= Fraction()) return "年内剩余 " + std::to_string(left) + " 天已无法使全年均值达到目标。";
  const int scale = std::max({indicator.target->scale(), standing.value->amount.scale(), 1});
  return "年剩余日控制值：余下 " + std::to_string(left) + " 天日均不高于 " +
         with_unit(standing.daily_limit->round(scale).to_string(), indicator) + "，全年方可达到目标。";
}

}  // namespace

std::string number_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing) {
  const auto& counted = *standing.value;
  const auto& path = *standing.path;
  const Fraction value(counted.amount);
  // A target or milestone as it was written; what is computed with the digits of the value.
  std::string bound;
  if (path.source == PathSource::target) {
    bound = indicator.target->to_string();
  } else if (path.source == PathSource::milestone) {
    bound = rules.milestones.at(counted.period.last.month).to_string();
  } else {
    bound = rounded_apart(path.amount, value, counted.amount.scale()).to_string();
  }
  const bool final = counted.period.is_final();
  return value_words(indicator, rules.kind, counted) + "，" + path_name(rules.kind, path, counted.period) + " " +
         with_unit(bound, indicator) + "，" + difference_words(indicator, rules, counted, path) +
         completion_words(standing) + (final ? "，" + std::string(status_word(standing.status, true)) : "") +
         second_words(indicator, rules, standing) + "。";
}

std::string missing_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorPeriod& due,
                           const IndicatorStanding& standing) {
  auto words = period_words(due) + "数值已到报送时间，尚无数据";
  if (standing.value) words += "；最近一次：" + value_words(indicator, rules.kind, *standing.value);
  return words + "。";
}

std::string not_due_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing) {
  if (!standing.value) {
    return rules.rhythm == Rhythm::year ? "年度指标，全年数值还没有到报送时间。" : "还没有到报送时间，暂无数值。";
  }
  const char* missing = is_total(rules.kind) ? "，未设参考曲线" : "，未设参考曲线或月度节点";
  return value_words(indicator, rules.kind, *standing.value) + missing + "，待全年数值出来后判定" +
         second_words(indicator, rules, standing) + "。";
}

std::string monitored_reason(const Indicator& indicator, const IndicatorStanding& standing) {
  std::string words = "方案未下达区级目标，只监测，不考核";
  if (standing.value) words += "；" + value_words(indicator, IndicatorKind::monitored, *standing.value);
  return words + "。";
}

std::string judged_reason(const IndicatorStanding& standing, const std::optional<IndicatorPeriod>& due) {
  const auto& judgement = standing.judgement;
  if (standing.status == IndicatorStatus::no_data) {
    return period_words(*due) + "已到判定时间，专班办公室尚未判定" +
           (judgement ? "；最近一次：" + period_words(judgement->period) + "判定为" +
                            std::string(status_word(judgement->status, judgement->period.is_final()))
                      : "") +
           "。";
  }
  if (!judgement) return "还没有到判定时间。";
  return "专班办公室" + period_words(judgement->period) + "判定为" +
         std::string(status_word(judgement->status, judgement->period.is_final())) + "：" + judgement->reason;
}

std::string overridden_reason(const IndicatorStanding& standing, const std::string& why) {
  const bool final = standing.value && standing.value->period.is_final();
  return "专班办公室改定为" + std::string(status_word(standing.status, final)) + "：" + why + "（按规则为" +
         std::string(status_word(standing.by_rule, final)) + "：" + standing.reason + "）";
}

std::string outlook_words(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing) {
  if (standing.forecast) return forecast_words(indicator, rules.kind, standing);
  if (standing.daily_limit) return daily_limit_words(indicator, standing);
  return "";
}

}  // namespace sjsz
