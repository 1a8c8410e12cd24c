#include "actions/indicator_line.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "domain/rights.h"
#include "storage/indicator_setting_store.h"
#include "storage/indicator_store.h"
#include "storage/indicator_value_store.h"

namespace sjsz::actions {

static constexpr std::size_t kMostWords = 500;

tl::unexpected<ValueRefusal> refuse_value(ValueRefusal::Why why, std::string reason) {
  return tl::unexpected(ValueRefusal{why, std::move(reason), {}});
}

tl::unexpected<ValueRefusal> refuse_value_field(const char* field, std::string reason) {
  return tl::unexpected(ValueRefusal{ValueRefusal::invalid, reason, {{field, reason}}});
}

tl::expected<IndicatorLine, ValueRefusal> find_indicator_line(Reader& db, const IndicatorKey& key,
                                                              const IndicatorPeriod& period, Instant at) {
  const auto indicators = list_indicators(db, key.year);
  const auto found = std::ranges::find(indicators, key.seq, &Indicator::seq);
  if (found == indicators.end()) return refuse_value(ValueRefusal::not_allowed, "该年度方案没有这项指标。");
  IndicatorLine line{key, *found, {}, {}, at};
  line.rules = rules_in_force(*found, list_indicator_settings(db, key.year), period.last, at);
  line.value = find_indicator_value(db, key.year, key.seq, period).value_or(IndicatorValue{});
  line.value.seq = key.seq;
  line.value.period = period;
  return line;
}

tl::expected<void, ValueRefusal> check_office(const IndicatorLine& line, const Visitor& visitor) {
  if (may_judge_value(visitor, line.rules.unit)) return {};
  return refuse_value(ValueRefusal::not_allowed, "只有专班办公室可以办理；交由本单位填报的，由其他单位的人员办理。");
}

tl::expected<void, ValueRefusal> check_seen(const IndicatorLine& line, int seen) {
  const auto& value = line.value;
  if (value.version == seen) return {};
  if (value.version == 0) return refuse_value(ValueRefusal::stale, "这一期还没有录入过数值，请刷新后再试。");
  const auto there = period_words(value.period) + "已有数值 " + value.text.amount.to_string();
  if (seen == 0)
    return refuse_value_field("period", there + "，一期只有一个数值；需要更正的，请打开该数值并写明原因。");
  return refuse_value(ValueRefusal::stale, there + "，由" + value.changed_by + "在 " +
                                               business_minute(value.changed_at) + " 改过，请核对后再保存。");
}

tl::expected<std::string, ValueRefusal> check_value_words(const char* field, std::string_view typed, bool needed,
                                                          const char* wanted) {
  std::string words(trim(typed));
  if (!is_clean_utf8(words)) return refuse_value_field(field, "文字里有不能识别的字符，请重新输入。");
  if (count_characters(words) > kMostWords) return refuse_value_field(field, "最多 500 个字。");
  if (needed && words.empty()) return refuse_value_field(field, wanted);
  return words;
}

std::optional<CountedValue> find_previous_value(Reader& db, const IndicatorLine& line) {
  std::vector<CountedValue> counted;
  for (const auto& value : list_indicator_values(db, line.key.year, line.key.seq)) {
    const auto one = counted_value(value, line.at);
    if (one && value.period != line.value.period) counted.push_back(*one);
  }
  return newest_counted(counted, plus_months(line.value.period.last, -1));
}

std::string indicator_object(IndicatorSeq seq, const IndicatorPeriod& period) {
  return "indicators/" + std::to_string(seq.value) + "/" + to_string(period);
}

std::string json_member(const char* name, std::string_view value) {
  return ",\"" + std::string(name) + "\":" + json_string(value);
}

void audit_value(Writer& db, const Actor& actor, const char* action, const IndicatorValue& value,
                 const std::string& detail) {
  auto entry = audit_entry(actor, action);
  entry.object = indicator_object(value.seq, value.period);
  entry.detail = "{\"version\":" + std::to_string(value.version) + detail + "}";
  insert_audit(db, entry);
}

}  // namespace sjsz::actions
