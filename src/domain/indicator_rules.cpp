#include "domain/indicator_rules.h"

#include <algorithm>

#include "base/fraction.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/input.h"

namespace sjsz {
namespace {

// "3=14.2;6=14.5"
std::string write_months(const ByMonth& numbers) {
  std::string text;
  for (const auto& [month, number] : numbers) {
    text += (text.empty() ? "" : ";") + std::to_string(month) + "=" + number.to_string();
  }
  return text;
}

ByMonth read_months(const std::string& stored) {
  ByMonth numbers;
  if (stored.empty()) return numbers;
  for (const auto& one : split(stored, ';')) {
    const auto parts = split(one, '=');
    numbers[parse_whole(parts.at(0))] = Decimal::parse(parts.at(1)).value();
  }
  return numbers;
}

void apply(IndicatorRules& rules, IndicatorSetting key, const std::string& value) {
  switch (key) {
    case IndicatorSetting::kind:
      rules.kind = from_code<IndicatorKind>(value).value();
      return;
    case IndicatorSetting::rhythm:
      rules.rhythm = from_code<Rhythm>(value).value();
      return;
    case IndicatorSetting::seasonal:
      rules.seasonal = value == "yes";
      return;
    case IndicatorSetting::second_threshold:
      rules.second_threshold = parse_whole(value);
      return;
    case IndicatorSetting::lag:
      rules.lag = parse_whole(value);
      return;
    case IndicatorSetting::base_value:
      rules.base_value = Decimal::parse(value);
      return;
    case IndicatorSetting::unit:
      rules.unit = value.empty() ? std::nullopt : std::optional(UnitCode{value});
      return;
    case IndicatorSetting::milestones:
      rules.milestones = read_months(value);
      return;
    case IndicatorSetting::curve:
      rules.curve = read_months(value);
      return;
  }
}

// Reads the fields one by one and keeps what is wrong with them.
class RulesReading {
 public:
  explicit RulesReading(const Indicator& indicator) : indicator_(indicator) {}

  void read_kind(const std::string& typed) {
    const auto kind = from_code<IndicatorKind>(trim(typed));
    if (!kind) return fault("kind", "请选择判定方式。");
    rules_.kind = *kind;
    const bool by_number = *kind != IndicatorKind::qualitative && *kind != IndicatorKind::monitored;
    if (by_number && !indicator_.target) fault("kind", "方案没有规定数值目标，只能选定性判定或仅监测。");
  }

  void read_rhythm(const std::string& typed) {
    const auto rhythm = from_code<Rhythm>(trim(typed));
    if (!rhythm) return fault("rhythm", "请选择报送频次：月、季或年。");
    rules_.rhythm = *rhythm;
  }

  void read_seasonal(const std::string& typed) {
    const auto answer = trim(typed);
    if (answer != "yes" && answer != "no") fault("seasonal", "请选择“是”或“否”。");
    rules_.seasonal = answer == "yes";
  }

  void read_threshold(const std::string& typed) {
    const auto number = read_number(typed);
    const int percent = number ? parse_whole(number->to_string()) : -1;
    if (percent >= 100) return fault("second_threshold", "第二阈值须低于第一阈值 100 %，否则没有“滞后”一档。");
    if (percent < 1) return fault("second_threshold", "请填 1 到 99 的整数。");
    rules_.second_threshold = percent;
  }

  void read_lag(const std::string& typed) {
    const int months = parse_whole(to_half_width(trim(typed)));
    if (months < 0 || months > 12) return fault("lag", "请填 0 到 12 的整数：数值晚几个月报送。");
    rules_.lag = months;
  }

  void read_base_value(const std::string& typed) {
    if (trim(typed).empty()) return;
    const auto number = read("base_value", typed);
    if (!number) return;
    const auto zero = *number <=> Decimal();
    if (zero == 0) return fault("base_value", "基准年数值不能为 0，以它为基准的比例无法计算。");
    if (zero < 0) return fault("base_value", "基准年数值不能小于 0。");
    rules_.base_value = number;
  }

  void read_unit(const std::string& typed, const std::set<UnitCode>& units) {
    const UnitCode unit{std::string(trim(typed))};
    if (unit.value.empty()) return;
    if (!units.contains(unit)) return fault("unit", "没有这个单位，或该单位已停用。");
    rules_.unit = unit;
  }

  void read_milestones(const std::map<int, std::string>& typed) {
    for (const auto& [month, text] : typed) {
      const auto field = "milestones." + std::to_string(month);
      if (trim(text).empty()) continue;
      if (const auto number = read(field, text)) {
        rules_.milestones[month] = *number;
        check_milestone_month(field, month);
      }
    }
    if (rules_.milestones.empty()) return;
    const auto kind = rules_.kind;
    if (kind != IndicatorKind::at_least && kind != IndicatorKind::reduction && kind != IndicatorKind::at_most_level) {
      return fault("milestones", "这种判定方式不用月度节点；累计类指标请填参考曲线。");
    }
    if (kind != IndicatorKind::at_most_level) check_ladder();
  }

  void read_curve(const std::map<int, std::string>& typed) {
    for (const auto& [month, text] : typed) {
      const auto field = "curve." + std::to_string(month);
      if (trim(text).empty()) continue;
      if (month < 1 || month > 12) {
        fault(field, "只有 1 至 12 月。");
      } else if (const auto number = read(field, text)) {
        if (*number < Decimal()) fault(field, "不能小于 0。");
        if (number->scale() > 4) fault(field, "最多 4 位小数。");
        if (*number > Decimal::of(1000, 0)) fault(field, "不能大于 1000 %。");
        rules_.curve[month] = *number;
      }
    }
    if (!rules_.curve.empty()) check_curve();
  }

  tl::expected<IndicatorRules, std::vector<FieldFault>> result() const {
    if (!faults_.empty()) return tl::unexpected(faults_);
    return rules_;
  }

 private:
  void fault(std::string field, std::string reason) { faults_.push_back({std::move(field), std::move(reason)}); }

  std::optional<Decimal> read(const std::string& field, const std::string& typed) {
    const auto number = read_number(typed);
    if (!number) {
      fault(field, "请填数字，例如 14.2。");
    } else if (!is_within_digits(*number)) {
      fault(field, "最多 9 位整数、6 位小数。");
    } else {
      return number;
    }
    return std::nullopt;
  }

  void check_milestone_month(const std::string& field, int month) {
    if (month < 1 || month > 12) return fault(field, "只有 1 至 12 月。");
    if (month == 12) return fault(field, "全年以年度目标为准，12月不设节点。");
    const int length = rules_.rhythm == Rhythm::month ? 1 : rules_.rhythm == Rhythm::quarter ? 3 : 12;
    if (month % length != 0) fault(field, "按报送频次，这个月没有数值，不设节点。");
  }

  void check_ladder() {
    const auto& steps = rules_.milestones;
    for (auto step = steps.begin(); step != steps.end() && std::next(step) != steps.end(); ++step) {
      const auto next = std::next(step);
      if (next->second >= step->second) continue;
      fault("milestones." + std::to_string(next->first),
            "节点不能下降：" + std::to_string(step->first) + "月为 " + step->second.to_string() + "，" +
                std::to_string(next->first) + "月为 " + next->second.to_string() + "。");
    }
  }

  void check_curve() {
    const auto kind = rules_.kind;
    const bool total = kind == IndicatorKind::at_most_total || kind == IndicatorKind::at_least_total;
    if (!total && kind != IndicatorKind::at_most_level) {
      return fault("curve", "这种判定方式不用参考曲线；可以设月度节点。");
    }
    if (rules_.curve.size() != 12) return fault("curve", "参考曲线须填满 12 个月，或全部不填。");
    if (!total) {
      if (rules_.curve.at(12) != Decimal::of(100, 0)) fault("curve.12", "12月即全年，须为 100 %。");
      return;
    }
    Fraction sum;
    for (const auto& [month, share] : rules_.curve) sum = sum + Fraction(share);
    if (sum == Fraction(100, 1)) return;
    fault("curve", "各月占比合计为 " + sum.round(4).to_string() + " %，须为 100 %。");
  }

  const Indicator& indicator_;
  IndicatorRules rules_;
  std::vector<FieldFault> faults_;
};

}  // namespace

IndicatorRules rules_in_force(const Indicator& indicator, const std::vector<IndicatorSettingChange>& changes,
                              const Month& month, Instant at) {
  IndicatorRules rules{.kind = indicator.kind,
                       .rhythm = indicator.rhythm,
                       .seasonal = indicator.seasonal,
                       .second_threshold = indicator.second_threshold};
  std::map<IndicatorSetting, const IndicatorSettingChange*> newest;
  for (const auto& change : changes) {
    if (change.seq != indicator.seq || change.from > month || change.at > at) continue;
    auto& one = newest[change.key];
    if (!one || change.from >= one->from) one = &change;
  }
  for (const auto& [key, change] : newest) apply(rules, key, change->value);
  return rules;
}

std::map<IndicatorSetting, std::string> stored_rules(const IndicatorRules& rules) {
  using Key = IndicatorSetting;
  return {{Key::kind, std::string(to_code(rules.kind))},
          {Key::rhythm, std::string(to_code(rules.rhythm))},
          {Key::seasonal, rules.seasonal ? "yes" : "no"},
          {Key::second_threshold, std::to_string(rules.second_threshold)},
          {Key::lag, std::to_string(rules.lag)},
          {Key::base_value, rules.base_value ? rules.base_value->to_string() : ""},
          {Key::unit, rules.unit ? rules.unit->value : ""},
          {Key::milestones, write_months(rules.milestones)},
          {Key::curve, write_months(rules.curve)}};
}

tl::expected<IndicatorRules, std::vector<FieldFault>> check_indicator_rules(const RawIndicatorRules& raw,
                                                                            const Indicator& indicator,
                                                                            const std::set<UnitCode>& units) {
  RulesReading reading(indicator);
  reading.read_kind(raw.kind);
  reading.read_rhythm(raw.rhythm);
  reading.read_seasonal(raw.seasonal);
  reading.read_threshold(raw.second_threshold);
  reading.read_lag(raw.lag);
  reading.read_base_value(raw.base_value);
  reading.read_unit(raw.unit, units);
  reading.read_milestones(raw.milestones);
  reading.read_curve(raw.curve);
  return reading.result();
}

bool is_within_digits(const Decimal& number) {
  return number.scale() <= 6 && Fraction(number).size() < Fraction(1'000'000'000, 1);
}

}  // namespace sjsz
