// Numbers and dates as people type them: full-width digits, 1,234.5, 85％, 2020年9月3日, 9.3, 2020/9/3. What is
// ambiguous is refused.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"

namespace sjsz {

// Full-width digits, letters and signs as their ASCII ones; other characters stay.
std::string to_half_width(std::string_view text);

// A decimal number; a percent sign behind it is understood and dropped, thousands separators only in threes.
std::optional<Decimal> read_number(std::string_view typed);

// A whole number of 0 to 100, with or without a percent sign.
std::optional<int> read_percent(std::string_view typed);

// A day: 2020-09-03, 2020/9/3, 2020.9.3, 2020年9月3日, 20200903; and without a year 9.3, 9/3, 9-3, 9月3日: of `year`.
std::optional<Date> read_date(std::string_view typed, int year);

}  // namespace sjsz
