#include "domain/indicator_value.h"

#include "base/fraction.h"
#include "base/text.h"
#include "domain/codes.h"
#include "domain/input.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostSourceCharacters = 200, kMostReasonCharacters = 500;

using Faults = std::vector<FieldFault>;

const char* rhythm_fault(Rhythm rhythm) {
  if (rhythm == Rhythm::month) return "本指标按月报送，请写成 2020-08。";
  if (rhythm == Rhythm::quarter) return "本指标按季报送，请写成 2020-Q3。";
  return "本指标按年报送，请写成 2020。";
}

// Percentages of a whole are not more than 100; a decrease may be negative: a rise.
void check_amount(Faults& faults, const Decimal& amount, const Indicator& indicator, IndicatorKind kind) {
  const bool percent = indicator.unit == "%";
  if (!is_within_digits(amount)) return faults.push_back({"value", "最多 9 位整数、6 位小数。"});
  if (percent && amount > Decimal::of(100, 0)) {
    return faults.push_back({"value", "百分数不能大于 100 %，请核对单位和小数点。"});
  }
  if (percent && amount < Decimal::of(-100, 0)) return faults.push_back({"value", "不能小于 −100 %。"});
  const bool may_fall = kind == IndicatorKind::reduction || kind == IndicatorKind::monitored;
  if (!may_fall && amount < Decimal()) faults.push_back({"value", "不能小于 0。"});
}

std::optional<ValueNature> read_nature(std::string_view typed) {
  const auto text = trim(typed);
  return text.empty() ? ValueNature::provisional : from_code<ValueNature>(text);
}

std::string check_words(Faults& faults, const char* field, std::string_view typed, std::size_t most) {
  const std::string text(trim(typed));
  if (!is_clean_utf8(text)) faults.push_back({field, "文字里有不能识别的字符，请重新输入。"});
  if (count_characters(text) > most) faults.push_back({field, "最多 " + std::to_string(most) + " 个字。"});
  return text;
}

}  // namespace

std::optional<CountedValue> counted_value(const IndicatorValue& value, Instant at) {
  const ValueRevision* accepted = nullptr;
  const ValueRevision* waiting = nullptr;
  for (const auto& revision : value.revisions) {
    if (revision.submitted_at > at) continue;
    const bool decided = revision.decided_at && *revision.decided_at <= at;
    if (!decided) waiting = &revision;
    if (decided && revision.outcome == RevisionOutcome::accepted) accepted = &revision;
  }
  const auto* counts = accepted ? accepted : waiting;
  if (!counts) return std::nullopt;
  bool disputed = false;
  for (const auto& dispute : value.disputes) {
    disputed |= dispute.raised_at <= at && !(dispute.decided_at && *dispute.decided_at <= at);
  }
  return CountedValue{value.period, counts->text.amount, counts->text.nature, accepted != nullptr, disputed};
}

std::optional<CountedValue> newest_counted(const std::vector<CountedValue>& values, const Month& month) {
  const CountedValue* newest = nullptr;
  for (const auto& counted : values) {
    if (counted.period.last > month) continue;
    if (newest && newest->period.last > counted.period.last) continue;
    if (newest && newest->period.last == counted.period.last && newest->period.rhythm <= counted.period.rhythm)
      continue;
    newest = &counted;
  }
  return newest ? std::optional(*newest) : std::nullopt;
}

std::optional<Judgement> newest_judgement(const std::vector<Judgement>& judgements, const Month& month, Instant at) {
  const Judgement* newest = nullptr;
  for (const auto& one : judgements) {
    if (one.period.last > month || one.at > at) continue;
    if (!newest || one.period.last > newest->period.last ||
        (one.period.last == newest->period.last && one.at >= newest->at)) {
      newest = &one;
    }
  }
  return newest ? std::optional(*newest) : std::nullopt;
}

std::vector<FieldFault> check_value_period(const std::optional<IndicatorPeriod>& period, Rhythm rhythm, int year,
                                           const Month& newest) {
  const auto fault = [](std::string reason) { return Faults{{"period", std::move(reason)}}; };
  if (!period) return fault("请写明数据期，例如 2020-08、2020-Q3 或 2020。");
  if (period->last.year < year) return fault("早于方案年度 " + std::to_string(year) + " 年，不能录入。");
  if (period->last.year > year) return fault("晚于方案年度 " + std::to_string(year) + " 年，请录入到那一年的方案。");
  if (period->rhythm != rhythm) return fault(rhythm_fault(rhythm));
  if (period->last > newest) return fault(period_words(*period) + "还没有结束，不能录入。");
  return {};
}

tl::expected<CheckedValue, Faults> check_indicator_value(const RawIndicatorValue& raw, const Indicator& indicator,
                                                         const IndicatorRules& rules, int year, const Month& newest) {
  const auto period = read_indicator_period(raw.period);
  Faults faults = check_value_period(period, rules.rhythm, year, newest);
  const auto amount = read_number(raw.value);
  if (amount) {
    check_amount(faults, *amount, indicator, rules.kind);
  } else {
    faults.push_back(
        {"value", trim(raw.value).empty() ? "请填写数值；没有数值的不要填 0。" : "请填数字，例如 20.2382。"});
  }
  const auto nature = read_nature(raw.nature);
  if (!nature) faults.push_back({"nature", "请选择“初步”或“核定”。"});
  const auto source = check_words(faults, "source", raw.source, kMostSourceCharacters);
  if (source.empty()) faults.push_back({"source", "请写明数据来源，例如 区统计局月报。"});
  const auto reason = check_words(faults, "reason", raw.reason, kMostReasonCharacters);
  if (!faults.empty()) return tl::unexpected(faults);
  return CheckedValue{*period, {*amount, source, *nature, reason}};
}

bool is_total(IndicatorKind kind) {
  return kind == IndicatorKind::at_most_total || kind == IndicatorKind::at_least_total;
}

std::vector<FieldFault> warn_of_value(const IndicatorPeriod& period, const Decimal& amount,
                                      const std::optional<CountedValue>& previous, IndicatorKind kind,
                                      int jump_percent) {
  if (!previous) return {};
  const auto both =
      "（上期 " + previous->amount.to_string() + "，本期 " + amount.to_string() + "），请核对；确实如此的请写明原因。";
  const bool total = is_total(kind);
  if (total && amount < previous->amount) return {{"value", "累计数比上期小" + both}};
  const auto per = [&](const Decimal& number, const IndicatorPeriod& of) {
    return Fraction(number) / Fraction(total ? of.last.month : 1, 1);
  };
  const auto now = per(amount, period), before = per(previous->amount, previous->period);
  if ((now - before).size() <= before.size() * Fraction(jump_percent, 100)) return {};
  const auto what = std::string(total ? "月均与上期" : "与上期") + "相差超过 " + std::to_string(jump_percent) + " %";
  return {{"value", what + both}};
}

std::optional<ReportState> next_state(ReportState state, ValueVerb verb) {
  using S = ReportState;
  using V = ValueVerb;
  static constexpr struct {
    S from;
    V verb;
    S to;
  } table[] = {
      {S::none, V::save, S::draft},           {S::draft, V::save, S::draft},
      {S::returned, V::save, S::returned},    {S::accepted, V::save, S::draft},
      {S::draft, V::submit, S::submitted},    {S::returned, V::submit, S::submitted},
      {S::submitted, V::withdraw, S::draft},  {S::submitted, V::send_back, S::returned},
      {S::submitted, V::accept, S::accepted}, {S::none, V::record, S::accepted},
      {S::draft, V::record, S::accepted},     {S::returned, V::record, S::accepted},
      {S::accepted, V::record, S::accepted},
  };
  for (const auto& row : table) {
    if (row.from == state && row.verb == verb) return row.to;
  }
  return std::nullopt;
}

}  // namespace sjsz
