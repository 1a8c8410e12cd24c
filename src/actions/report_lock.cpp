#include "actions/report_lock.h"

#include "storage/period_store.h"

namespace sjsz::actions {
namespace {

std::string words(const Month& month) { return std::to_string(month.year) + "年" + std::to_string(month.month) + "月"; }

std::string outside_reason(const Month& month, const PeriodRules& rules) {
  if (!rules.first) return "首个调度期还没有设定，暂时不能填报。请专班办公室先在“设置”中设定首个调度期。";
  if (month < *rules.first) return words(month) + "早于首个调度期（" + words(*rules.first) + "），不需要填报。";
  return words(month) + "还没有开始，不能填报。";
}

std::string closed_reason(const Period& period, const std::optional<Reopening>& reopening) {
  const auto closed = words(period.month) + "已由专班办公室于 " + business_minute(*period.closed) + " 关闭";
  if (!reopening) return closed + "，不能再填报。确需补报的，请联系专班办公室重新开放。";
  return closed + "，对本单位的重新开放也已于 " + business_minute(reopening->expires) +
         " 到期。确需补报的，请联系专班办公室。";
}

std::string early_reason(const Month& month) {
  const auto next = plus_months(month, 1);
  return words(month) + "的填报从 " + words(next) + "1日起提交，现在可以先保存草稿。";
}

}  // namespace

std::optional<std::string> find_lock(Reader& db, const Month& month, const UnitCode& unit, ReportVerb verb,
                                     Instant at) {
  return find_lock(db, find_period_rules(db), month, unit, verb, at);
}

std::optional<std::string> find_lock(Reader& db, const PeriodRules& rules, const Month& month, const UnitCode& unit,
                                     ReportVerb verb, Instant at) {
  const auto period = find_period(db, month);
  const auto phase = phase_of(period, rules, business_date(at));
  if (phase == Phase::outside) return outside_reason(month, rules);
  if (phase == Phase::closed) {
    const auto reopening = find_reopening(db, month, unit);
    if (reopening && at < reopening->expires) return std::nullopt;
    return closed_reason(period, reopening);
  }
  if (verb != ReportVerb::save && !may_submit(phase)) return early_reason(month);
  return std::nullopt;
}

}  // namespace sjsz::actions
