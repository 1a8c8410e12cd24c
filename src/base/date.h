// Days, months and instants. The business day is UTC+8 (China has no daylight saving), by arithmetic: no zone files, no
// locale.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sjsz {

// A point in time, UTC, in milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

// A calendar month (调度期), 2020-08.
struct Month {
  int year = 0, month = 0;
  auto operator<=>(const Month&) const = default;
};

std::optional<Date> parse_date(
    std::string_view text);  // "2020-09-03" of a day that exists, years 1900-2999; else nothing
std::optional<Month> parse_month(std::string_view text);  // "2020-08", same years; else nothing
std::string to_string(const Date& date);                  // "2020-09-03"
std::string to_string(const Month& month);                // "2020-08"

Date plus_days(const Date& date, int days);
Month plus_months(const Month& month, int months);
int days_between(const Date& from, const Date& to);  // negative: `to` is the earlier one
bool is_weekend(const Date& date);

Instant now();
Date business_date(Instant at);  // the day in UTC+8
Instant business_instant(const Date& day, std::chrono::milliseconds since_midnight);
std::string to_rfc3339(Instant at);                           // "2026-01-02T03:04:05.678Z"
std::optional<Instant> parse_instant(std::string_view text);  // as to_rfc3339 prints it; else nothing
std::string business_minute(Instant at);                      // "2020-09-03 14:05" in UTC+8

// The business date: today's, or the one pinned by --today for training, demonstrations and tests.
struct BusinessClock {
  std::optional<Date> pinned;
  Date today() const { return pinned ? *pinned : business_date(now()); }
  Instant moment() const;  // now; on a pinned day, this time of that day
};

}  // namespace sjsz
