// The sentences that say why an indicator has its status, with the numbers that it was judged by. What is computed is
// rounded to the digits of the value beside it, and to more where rounding would hide a difference.
#pragma once
#include <optional>
#include <string>

#include "domain/indicator_status.h"

namespace sjsz {

// 截至8月累计 14.10 万吨，序时上限 13.49 万吨，超 4.5 %，完成率 95.6 %。
std::string number_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing);
// 2020年三季度数值已到报送时间，尚无数据；最近一次：截至6月 12.7 %。
std::string missing_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorPeriod& due,
                           const IndicatorStanding& standing);
std::string not_due_reason(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing);
std::string monitored_reason(const Indicator& indicator, const IndicatorStanding& standing);
std::string judged_reason(const IndicatorStanding& standing, const std::optional<IndicatorPeriod>& due);
std::string overridden_reason(const IndicatorStanding& standing, const std::string& why);
// 按目前进度全年约 21.2366 万吨，将超年度上限 0.9984 万吨。
std::string outlook_words(const Indicator& indicator, const IndicatorRules& rules, const IndicatorStanding& standing);

}  // namespace sjsz
