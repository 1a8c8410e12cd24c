// Periods of indicator values: 2020-08, 2020-Q3, 2020. A value stands for the year so far, up to the last month of its
// period; that of the year's last month is final.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace sjsz {

enum class Rhythm { month, quarter, year };  // how often a value is due

struct IndicatorPeriod {
  Rhythm rhythm = Rhythm::month;
  Month last;  // its last month: 2020-09 of 2020-Q3

  auto operator<=>(const IndicatorPeriod&) const = default;
  bool is_final() const { return last.month == 12; }
};

// As interface and database write it; full-width digits, 2020年8月, 2020q3, 2020年三季度 and 2020年 are understood too.
std::optional<IndicatorPeriod> read_indicator_period(std::string_view typed);
std::string to_string(const IndicatorPeriod& period);

// The newest period of a rhythm that ends in this month or before.
IndicatorPeriod newest_period(Rhythm rhythm, const Month& month);
IndicatorPeriod previous_period(const IndicatorPeriod& period);

std::string period_words(const IndicatorPeriod& period);  // 2020年8月, 2020年三季度, 2020年
std::string so_far_words(const IndicatorPeriod& period);  // 截至8月; of a final one 2020年

}  // namespace sjsz
