// How an indicator is judged in a month (settings of the indicator): what the plan file says, and over it what the
// office has set, each setting from a month on. What was set later than the moment that is looked back at does not
// count.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/indicator.h"
#include "domain/report.h"

namespace sjsz {

using ByMonth = std::map<int, Decimal>;  // 1-12

struct IndicatorRules {
  IndicatorKind kind = IndicatorKind::monitored;
  Rhythm rhythm = Rhythm::year;
  bool seasonal = false;
  int second_threshold = 90;          // percent of completion below which behind becomes off
  int lag = 0;                        // months after a period's last one with whose reports its value is due
  std::optional<Decimal> base_value;  // of the base year
  std::optional<UnitCode> unit;       // that enters the values; none: the office
  ByMonth milestones;  // what is to be reached by the end of a month (月度节点), for some of the months 1-11
  // All months or none. Of a total: each month's share of the year in percent, 100 together. Of a mean: the mean up to
  // each month in percent of the year's, 100 in December.
  ByMonth curve;
};

enum class IndicatorSetting { kind, rhythm, seasonal, second_threshold, lag, base_value, unit, milestones, curve };

struct IndicatorSettingChange {
  IndicatorSeq seq;
  IndicatorSetting key = IndicatorSetting::kind;
  std::string value;  // as stored; empty: nothing
  Month from;
  std::string reason;
  Instant at{};
  std::string by;
};

// `changes` of this indicator or of all, oldest first; of those of one setting made until `at` the newest month counts.
IndicatorRules rules_in_force(const Indicator& indicator, const std::vector<IndicatorSettingChange>& changes,
                              const Month& month, Instant at);

// Every setting as it is stored.
std::map<IndicatorSetting, std::string> stored_rules(const IndicatorRules& rules);

// As typed. Empty fields of months are months without a number.
struct RawIndicatorRules {
  std::string kind, rhythm, seasonal, second_threshold, lag, base_value, unit;
  std::map<int, std::string> milestones, curve;
};

// Every fault at its field: milestones.6, curve.12, curve (of all months together).
tl::expected<IndicatorRules, std::vector<FieldFault>> check_indicator_rules(const RawIndicatorRules& raw,
                                                                            const Indicator& indicator,
                                                                            const std::set<UnitCode>& units);

// Up to 9 digits before the point and 6 behind: what is computed with stays exact.
bool is_within_digits(const Decimal& number);

}  // namespace sjsz
