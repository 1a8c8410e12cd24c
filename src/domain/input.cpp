#include "domain/input.h"

#include <vector>

#include "base/text.h"

namespace sjsz {
namespace {

// U+FF01 to U+FF5E are the ASCII signs from ! to ~, in the same order.
char half_width(std::string_view three_bytes) {
  const int code = ((three_bytes[0] & 0x0F) << 12) | ((three_bytes[1] & 0x3F) << 6) | (three_bytes[2] & 0x3F);
  return code >= 0xFF01 && code <= 0xFF5E ? static_cast<char>(code - 0xFF01 + '!') : '\0';
}

std::string tidy(std::string_view typed) {
  const std::string text = to_half_width(trim(typed));
  return std::string(trim(text));
}

// Without its separators, if they stand in threes before the point: 1,234,567.8.
std::optional<std::string> without_thousands(const std::string& text) {
  const auto end = std::min(text.find('.'), text.size());
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      plain += text[i];
    } else if (i >= end || plain.empty() || (end - i) % 4 != 0) {
      return std::nullopt;
    }
  }
  if (plain.size() != text.size() && text.find(',') > (text[0] == '-' ? 4u : 3u)) return std::nullopt;
  return plain;
}

// The runs of digits of a date and whether what stands between them is one kind of date.
struct DateParts {
  std::vector<std::string> numbers;
  std::string between;  // "--", "年月日", …
};

DateParts date_parts(std::string_view text) {
  DateParts parts;
  bool in_number = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !in_number) parts.numbers.emplace_back();
    if (digit) {
      parts.numbers.back() += c;
    } else {
      parts.between += c;
    }
    in_number = digit;
  }
  return parts;
}

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> choices) {
  for (const auto choice : choices) {
    if (text == choice) return true;
  }
  return false;
}

std::optional<Date> make_date(const std::string& year, const std::string& month, const std::string& day) {
  if (year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
  const auto two = [](const std::string& text) { return text.size() == 1 ? "0" + text : text; };
  return parse_date(year + "-" + two(month) + "-" + two(day));
}

}  // namespace

std::string to_half_width(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char narrow = i + 3 <= text.size() && text[i] == '\xEF' ? half_width(text.substr(i, 3)) : '\0';
    if (narrow) {
      out += narrow;
      i += 3;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::optional<Decimal> read_number(std::string_view typed) {
  std::string text = tidy(typed);
  if (text.ends_with('%')) text = std::string(trim(std::string_view(text).substr(0, text.size() - 1)));
  if (text.empty()) return std::nullopt;
  const auto plain = without_thousands(text);
  return plain ? Decimal::parse(*plain) : std::nullopt;
}

std::optional<int> read_percent(std::string_view typed) {
  const auto number = read_number(typed);
  if (!number || number->to_string().find('.') != std::string::npos) return std::nullopt;
  const int whole = parse_whole(number->to_string());
  return whole >= 0 && whole <= 100 ? std::optional(whole) : std::nullopt;
}

std::optional<Date> read_date(std::string_view typed, int year) {
  const std::string text = tidy(typed);
  const auto [numbers, between] = date_parts(text);
  if (numbers.size() == 1 && between.empty() && numbers[0].size() == 8) {
    return make_date(numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6, 2));
  }
  if (numbers.size() == 3 && is_one_of(between, {"--", "//", "..", "年月日", "年月"})) {
    return make_date(numbers[0], numbers[1], numbers[2]);
  }
  if (numbers.size() == 2 && is_one_of(between, {"-", "/", ".", "月日", "月"})) {
    return make_date(std::to_string(year), numbers[0], numbers[1]);
  }
  return std::nullopt;
}

}  // namespace sjsz
