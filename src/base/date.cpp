#include "base/date.h"

#include <algorithm>

#include "base/text.h"

namespace sjsz {
namespace {

constexpr auto kBusinessOffset = std::chrono::hours(8);

bool known_year(int year) { return year >= 1900 && year <= 2999; }

// Exactly `text` as a number of two or four digits, leading zeros allowed; -1 otherwise.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::chrono::sys_days to_days(const Date& date) { return std::chrono::year(date.year) / date.month / date.day; }

Date from_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day ymd(days);
  return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
}

// With leading zeros; a number that has more digits loses the first.
void append(std::string& text, int number, int digits) {
  text.append(static_cast<std::size_t>(digits), '0');
  for (auto place = text.rbegin(); digits > 0; --digits, ++place, number /= 10) *place = char('0' + number % 10);
}

void append(std::string& text, const Month& month) {
  append(text, month.year, 4);
  append(text += '-', month.month, 2);
}

void append(std::string& text, const Date& date) {
  append(text, Month{date.year, date.month});
  append(text += '-', date.day, 2);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2))};
  if (!known_year(date.year) || date.month < 1 || date.day < 1) return std::nullopt;
  const auto ymd = std::chrono::year(date.year) / date.month / date.day;
  if (!ymd.ok()) return std::nullopt;
  return date;
}

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const Month month{digits(text.substr(0, 4)), digits(text.substr(5, 2))};
  if (!known_year(month.year) || month.month < 1 || month.month > 12) return std::nullopt;
  return month;
}

std::string to_string(const Date& date) {
  std::string text;
  append(text, date);
  return text;
}

std::string to_string(const Month& month) {
  std::string text;
  append(text, month);
  return text;
}

Date plus_days(const Date& date, int days) { return from_days(to_days(date) + std::chrono::days(days)); }

Month plus_months(const Month& month, int months) {
  const int count = month.year * 12 + month.month - 1 + months;
  return {count / 12, count % 12 + 1};
}

int days_between(const Date& from, const Date& to) {
  constexpr std::chrono::milliseconds midnight(0);
  const auto apart = business_instant(to, midnight) - business_instant(from, midnight);
  return static_cast<int>(std::chrono::floor<std::chrono::days>(apart).count());
}

bool is_weekend(const Date& date) {
  const std::chrono::weekday day(to_days(date));
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

Date business_date(Instant at) { return from_days(std::chrono::floor<std::chrono::days>(at + kBusinessOffset)); }

Instant business_instant(const Date& day, std::chrono::milliseconds since_midnight) {
  return to_days(day) - kBusinessOffset + since_midnight;
}

std::string to_rfc3339(Instant at) {
  const auto days = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time(at - days);
  std::string text;
  append(text, from_days(days));
  append(text += 'T', int(time.hours().count()), 2);
  append(text += ':', int(time.minutes().count()), 2);
  append(text += ':', int(time.seconds().count()), 2);
  append(text += '.', int(time.subseconds().count()), 3);
  return text += 'Z';
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[23] != 'Z') {
    return std::nullopt;
  }
  const auto date = parse_date(text.substr(0, 10));
  const int hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)), second = digits(text.substr(17, 2));
  const int milliseconds = digits(text.substr(20, 3));
  if (!date || std::min({hour, minute, second, milliseconds}) < 0 || hour > 23 || minute > 59 || second > 59) {
    return std::nullopt;
  }
  return to_days(*date) + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
         std::chrono::milliseconds(milliseconds);
}

std::string business_minute(Instant at) {
  const auto local = at + kBusinessOffset;
  const auto days = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time(local - days);
  auto text = to_string(from_days(days));
  append(text += ' ', int(time.hours().count()), 2);
  append(text += ':', int(time.minutes().count()), 2);
  return text;
}

Instant BusinessClock::moment() const {
  const Instant at = now();
  if (!pinned) return at;
  return business_instant(*pinned, at - business_instant(business_date(at), {}));
}

}  // namespace sjsz
