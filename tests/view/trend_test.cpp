#include "view/trend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "view/template.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;

std::string drawn(const Trend& trend) {
  const TemplateSource source{
      "a",
      "{{sentence}}|{{points}}|{{end_x}} {{end_y}} {{end_text_y}} {{end_value}}|{{first_month}} "
      "{{last_month}}|{{#has_limit}}{{limit}} {{limit_y}} {{limit_text_y}}{{/has_limit}}"};
  const Templates templates(std::vector<TemplateSource>{source});
  return templates.render("a", trend_data(trend));
}

Trend::Point point(int month, const char* value) { return {{2020, month}, Decimal::parse(value).value()}; }

}  // namespace

TEST(Trend, DrawsTheHighestOnTopAndTheLowestBelow) {
  const auto line = drawn({"煤耗", {point(5, "10"), point(6, "30"), point(7, "20")}, {}});
  EXPECT_EQ(line, "煤耗：5月 10，7月 20|14.0,58.0 165.0,10.0 316.0,34.0|316.0 34.0 38.0 20|5月 7月|");
}

TEST(Trend, HoldsItsLimitInTheSameScaleAndKeepsTheWordsApart) {
  const auto line = drawn({"煤耗", {point(5, "314.4"), point(6, "313.7"), point(7, "313.1")}, Decimal::parse("310")});
  EXPECT_THAT(line, HasSubstr("，要求 310|"));
  EXPECT_THAT(line, HasSubstr("|310 58.0 62.0"));
  const auto close = drawn({"煤耗", {point(5, "320"), point(6, "315"), point(7, "310.5")}, Decimal::parse("310")});
  EXPECT_THAT(close, HasSubstr("316.0 55.6 59.6 310.5|5月 7月|310 58.0 74.6"));
}

TEST(Trend, OfOneValueRunsInTheMiddle) {
  EXPECT_THAT(drawn({"比例", {point(1, "0"), point(2, "0")}, {}}), HasSubstr("|14.0,34.0 316.0,34.0|"));
}

}  // namespace sjsz::view
