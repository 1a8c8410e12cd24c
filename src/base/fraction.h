// Exact fractions, for what decimals lead to: a path is a target times eight twelfths, a completion one number divided
// by another. Always reduced; compared by multiplication. For numbers of up to 15 digits with 6 behind the point and a
// few factors between them; more overflows, which throws.
#pragma once
#include <compare>
#include <cstdint>

#include "base/decimal.h"

namespace sjsz {

class Fraction {
 public:
  Fraction() = default;
  explicit Fraction(const Decimal& number);
  Fraction(std::int64_t over, std::int64_t under);  // under: not 0

  Fraction operator+(const Fraction& other) const;
  Fraction operator-(const Fraction& other) const;
  Fraction operator*(const Fraction& other) const;
  Fraction operator/(const Fraction& other) const;  // by what is not 0
  std::strong_ordering operator<=>(const Fraction& other) const;
  bool operator==(const Fraction& other) const { return (*this <=> other) == 0; }
  bool is_zero() const { return over_ == 0; }
  Fraction size() const;  // without its sign

  Decimal round(int scale) const;  // halves away from zero

 private:
  __extension__ using Wide = __int128;
  static Wide times(Wide one, Wide other);
  static Fraction reduced(Wide over, Wide under);

  Wide over_ = 0, under_ = 1;  // under_ > 0
};

}  // namespace sjsz
