// Exact decimal numbers, as the plan writes them: 20.2382 prints as 20.2382, 148.20 as 148.20. Up to 18 digits; no
// binary floating point anywhere between form, database, page and API.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sjsz {

class Decimal {
 public:
  Decimal() = default;
  // "-12.50": an optional minus, digits, at most one point with digits on both sides, 18 digits in all; else nothing.
  static std::optional<Decimal> parse(std::string_view text);
  static Decimal of(std::int64_t digits, int scale);  // 12345, 2: 123.45
  std::string to_string() const;                      // with the digits it was written with
  std::int64_t digits() const { return digits_; }
  int scale() const { return scale_; }
  std::strong_ordering operator<=>(const Decimal& other) const;
  // left × left_times against right × right_times, exactly: how shares and thresholds are judged. Factors of 0 to 100.
  static std::strong_ordering compare_products(const Decimal& left, int left_times, const Decimal& right,
                                               int right_times);
  bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }  // 1.5 == 1.50

 private:
  std::int64_t digits_ = 0;  // the number without its point
  int scale_ = 0;            // how many of the digits stand behind the point
};

}  // namespace sjsz
