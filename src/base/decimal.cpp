#include "base/decimal.h"

namespace sjsz {

std::optional<Decimal> Decimal::parse(std::string_view text) {
  Decimal number;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  const bool pointed = point != text.npos;
  if (text.empty() || point == 0 || (pointed && point + 1 == text.size())) return std::nullopt;
  if (text.size() - pointed > 18) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number.digits_ = number.digits_ * 10 + (text[i] - '0');
  }
  if (pointed) number.scale_ = static_cast<int>(text.size() - point - 1);
  if (negative) number.digits_ = -number.digits_;
  return number;
}

Decimal Decimal::of(std::int64_t digits, int scale) {
  Decimal number;
  number.digits_ = digits;
  number.scale_ = scale;
  return number;
}

std::string Decimal::to_string() const {
  std::string text = std::to_string(digits_ < 0 ? -digits_ : digits_);
  const auto scale = static_cast<std::size_t>(scale_);
  if (text.size() <= scale) text.insert(0, scale + 1 - text.size(), '0');
  if (scale > 0) text.insert(text.size() - scale, 1, '.');
  return digits_ < 0 ? "-" + text : text;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const { return compare_products(*this, 1, other, 1); }

std::strong_ordering Decimal::compare_products(const Decimal& left, int left_times, const Decimal& right,
                                               int right_times) {
  __extension__ using Wide = __int128;  // 18 digits times 10^18 times 100 fit
  Wide one = Wide{left.digits_} * left_times, other = Wide{right.digits_} * right_times;
  for (int i = left.scale_; i < right.scale_; ++i) one *= 10;
  for (int i = right.scale_; i < left.scale_; ++i) other *= 10;
  return one <=> other;
}

}  // namespace sjsz
