#include "base/fraction.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

Fraction number(const char* text) { return Fraction(Decimal::parse(text).value()); }

TEST(Fraction, KeepsWhatDecimalsLose) {
  EXPECT_EQ(number("20.2382") * Fraction(8, 12) * Fraction(12, 8), number("20.2382"));
  EXPECT_EQ(number("1") / number("3") + number("1") / number("3") + number("1") / number("3"), number("1"));
  EXPECT_EQ(number("0.1") + number("0.2"), number("0.3"));
  EXPECT_EQ(number("-1.5") - number("1.5"), Fraction(-3, 1));
}

TEST(Fraction, IsComparedExactly) {
  EXPECT_LT(number("13.4921"), number("20.2382") * Fraction(8, 12));
  EXPECT_GT(number("13.4922"), number("20.2382") * Fraction(8, 12));
  EXPECT_EQ(number("2.50"), Fraction(5, 2));
  EXPECT_LT(number("-3"), number("-2"));
  EXPECT_EQ(number("-3").size(), number("3"));
}

TEST(Fraction, RoundsHalvesAwayFromZero) {
  const struct {
    const char* value;
    int scale;
    const char* rounded;
  } cases[] = {{"2.5", 0, "3"},  {"-2.5", 0, "-3"},   {"2.449", 1, "2.4"}, {"2.45", 1, "2.5"},
               {"1", 2, "1.00"}, {"-0.04", 1, "0.0"}, {"0.05", 1, "0.1"},  {"999999999.999999", 6, "999999999.999999"}};
  for (const auto& c : cases) EXPECT_EQ(number(c.value).round(c.scale).to_string(), c.rounded) << c.value;
  EXPECT_EQ(Fraction(1, 3).round(4).to_string(), "0.3333");
  EXPECT_EQ(Fraction(2, 3).round(4).to_string(), "0.6667");
}

TEST(Fraction, HoldsTheLargestNumbersThatAreEnteredWithTheFactorsOfARule) {
  const auto value = number("999999999.999999"), target = number("999999998.999997");
  const auto path = target * number("33.3331") / Fraction(100, 1);
  const auto deviation = (value - path) / path * Fraction(100, 1);
  EXPECT_EQ(deviation.round(1).to_string(), "200.0");
  EXPECT_GT(value * Fraction(100, 1), path * Fraction(98, 1));
}

TEST(Fraction, RefusesToDivideByZeroAndToOverflow) {
  EXPECT_THROW(number("1") / number("0.0"), std::domain_error);
  auto large = number("999999999999999999");
  EXPECT_THROW(for (int i = 0; i < 5; ++i) large = large * number("999999999999999997"), std::overflow_error);
}

}  // namespace
}  // namespace sjsz
