#include "base/decimal.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

TEST(Decimals, PrintTheDigitsTheyWereWrittenWith) {
  const struct {
    std::string_view text, printed;
  } cases[] = {
      {"0", "0"},
      {"52", "52"},
      {"20.2382", "20.2382"},
      {"148.20", "148.20"},
      {"0.05", "0.05"},
      {"0.00", "0.00"},
      {"-12.50", "-12.50"},
      {"-0.5", "-0.5"},
      {"123456789012345678", "123456789012345678"},
      {"-123456789012345678", "-123456789012345678"},
      {"0.12345678901234567", "0.12345678901234567"},
      {"-0", "0"},
      {"-0.00", "0.00"},
      {"007", "7"},
  };
  for (const auto& c : cases) {
    const auto number = Decimal::parse(c.text);
    ASSERT_TRUE(number) << c.text;
    EXPECT_EQ(number->to_string(), c.printed) << c.text;
  }
}

TEST(Decimals, RefuseWhatIsNoPlainNumber) {
  for (const auto* text : {"",
                           "-",
                           ".",
                           "-.",
                           ".5",
                           "5.",
                           "-.5",
                           "+5",
                           "--5",
                           "5-",
                           "1.2.3",
                           "1,000",
                           "1e400",
                           "1E5",
                           "0x1F",
                           " 5",
                           "5 ",
                           "５",
                           "五",
                           "NaN",
                           "inf",
                           "3.2%",
                           "1234567890123456789",
                           "123456789.0123456789",
                           "-1234567890123456789",
                           "99999999999999999999"}) {
    EXPECT_FALSE(Decimal::parse(text)) << '"' << text << '"';
  }
}

TEST(Decimals, AreComparedByValue) {
  const struct {
    const char *left, *right;
    std::strong_ordering order;
  } cases[] = {
      {"1.5", "1.50", std::strong_ordering::equal},
      {"-0", "0.000", std::strong_ordering::equal},
      {"14.10", "13.49", std::strong_ordering::greater},
      {"9.9", "10", std::strong_ordering::less},
      {"-2", "-1.5", std::strong_ordering::less},
      {"-1", "0.1", std::strong_ordering::less},
      {"20.2382", "20.2383", std::strong_ordering::less},
      {"999999999999999999", "0.99999999999999999", std::strong_ordering::greater},
      {"0.00000000000000001", "0.00000000000000002", std::strong_ordering::less},
      {"-999999999999999999", "0.99999999999999999", std::strong_ordering::less},
  };
  for (const auto& c : cases) {
    const auto left = *Decimal::parse(c.left), right = *Decimal::parse(c.right);
    EXPECT_EQ(left <=> right, c.order) << c.left << " and " << c.right;
    EXPECT_EQ(right <=> left, 0 <=> c.order) << c.left << " and " << c.right;
    EXPECT_EQ(left == right, c.order == 0) << c.left << " and " << c.right;
  }
}

}  // namespace
}  // namespace sjsz
