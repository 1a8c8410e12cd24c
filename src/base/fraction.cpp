#include "base/fraction.h"

#include <stdexcept>

namespace sjsz {

Fraction::Wide Fraction::times(Wide one, Wide other) {
  Wide product = 0;
  if (__builtin_mul_overflow(one, other, &product)) throw std::overflow_error("a fraction grew too large");
  return product;
}

Fraction Fraction::reduced(Wide over, Wide under) {
  Wide one = over < 0 ? -over : over, other = under < 0 ? -under : under;
  while (other != 0) {
    const Wide rest = one % other;
    one = other;
    other = rest;
  }
  Fraction fraction;
  fraction.over_ = (under < 0 ? -over : over) / one;
  fraction.under_ = (under < 0 ? -under : under) / one;
  return fraction;
}

Fraction::Fraction(const Decimal& number) {
  Wide under = 1;
  for (int i = 0; i < number.scale(); ++i) under *= 10;
  *this = reduced(number.digits(), under);
}

Fraction::Fraction(std::int64_t over, std::int64_t under) { *this = reduced(over, under); }

Fraction Fraction::operator+(const Fraction& other) const {
  const Fraction common = reduced(under_, other.under_);
  const Wide sum = times(over_, common.under_) + times(other.over_, common.over_);
  return reduced(sum, times(under_, common.under_));
}

Fraction Fraction::operator-(const Fraction& other) const { return *this + other * Fraction(-1, 1); }

Fraction Fraction::operator*(const Fraction& other) const {
  const Fraction one = reduced(over_, other.under_), two = reduced(other.over_, under_);
  return reduced(times(one.over_, two.over_), times(one.under_, two.under_));
}

Fraction Fraction::operator/(const Fraction& other) const {
  if (other.is_zero()) throw std::domain_error("divided by zero");
  return *this * reduced(other.under_, other.over_);
}

std::strong_ordering Fraction::operator<=>(const Fraction& other) const {
  return times(over_, other.under_) <=> times(other.over_, under_);
}

Fraction Fraction::size() const { return over_ < 0 ? *this * Fraction(-1, 1) : *this; }

Decimal Fraction::round(int scale) const {
  Fraction scaled = *this;
  for (int i = 0; i < scale; ++i) scaled = scaled * Fraction(10, 1);
  const Wide size = scaled.over_ < 0 ? -scaled.over_ : scaled.over_;
  const Wide rounded = size / scaled.under_ + (size % scaled.under_ >= scaled.under_ - size % scaled.under_ ? 1 : 0);
  if (rounded > 999'999'999'999'999'999) throw std::overflow_error("a fraction has more than 18 digits");
  return Decimal::of(static_cast<std::int64_t>(scaled.over_ < 0 ? -rounded : rounded), scale);
}

}  // namespace sjsz
