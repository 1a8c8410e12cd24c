#include "domain/indicator_reason.h"

#include <gtest/gtest.h>

#include "domain/indicator_example.h"

namespace sjsz::test {
namespace {

using Kind = IndicatorKind;

std::string reason(const Case& one) { return one.judge().reason; }

TEST(AReason, SaysValuePathAndDifferenceWithTheirUnits) {
  auto ladder = Case(indicator(Kind::reduction, "%", "15", Rhythm::quarter));
  ladder.rules.milestones[6] = number("14.2");
  auto mean = Case(indicator(Kind::at_most_level, "微克/立方米", "52"));
  mean.rules.milestones[8] = number("49.8");
  const auto coal = [] { return Case(indicator(Kind::at_most_total, "万吨", "20.2382")); };
  const struct {
    Case one;
    const char* reason;
  } cases[] = {
      {coal().with("2020-08", "14.10"), "截至8月累计 14.10 万吨，序时上限 13.49 万吨，超 4.5 %，完成率 95.6 %。"},
      {coal().with("2020-08", "14.6320"), "截至8月累计 14.6320 万吨，序时上限 13.4921 万吨，超 8.4 %，完成率 92.2 %。"},
      {coal().with("2020-08", "13"), "截至8月累计 13 万吨，序时上限 13.5 万吨，低 3.6 %。"},
      {coal().with("2020-12", "19.87").in(12, 12), "2020年累计 19.87 万吨，年度上限 20.2382 万吨，低 1.8 %，达标。"},
      {Case(indicator(Kind::at_least, "%", "57", Rhythm::quarter)).with("2020-Q2", "58.1"),
       "截至6月 58.1 %，目标 57 %，高 1.1 个百分点。"},
      {Case(indicator(Kind::at_least, "%", "57", Rhythm::quarter)).with("2020-Q2", "57.0"),
       "截至6月 57.0 %，目标 57 %，持平。"},
      {ladder.with("2020-Q2", "12.7"), "截至6月 12.7 %，6月节点 14.2 %，低 1.5 个百分点，完成率 89.4 %。"},
      {Case(indicator(Kind::reduction, "%", "20.8", Rhythm::quarter)).with("2020-Q2", "20.9"),
       "截至6月 20.9 %，序时进度 18.7 %，高 2.2 个百分点。"},
      {mean.with("2020-08", "46.9"), "截至8月均值 46.9 微克/立方米，8月节点 49.8 微克/立方米，低 5.8 %。"},
      {Case(indicator(Kind::at_most_level, "微克/立方米", "52")).with("2020-08", "46.9"),
       "截至8月均值 46.9 微克/立方米，未设参考曲线或月度节点，待全年数值出来后判定。"},
  };
  for (const auto& c : cases) EXPECT_EQ(reason(c.one), c.reason);
}

TEST(AReason, DoesNotRoundADifferenceAway) {
  auto close = Case(indicator(Kind::at_most_total, "万吨", "20.2382"));
  EXPECT_EQ(reason(close.with("2020-08", "13.4922")),
            "截至8月累计 13.4922 万吨，序时上限 13.4921 万吨，超不足 0.1 %，完成率 99.9 %。");
  auto whole = Case(indicator(Kind::at_most_total, "万吨", "12.1"));
  EXPECT_EQ(reason(whole.with("2020-08", "8")), "截至8月累计 8 万吨，序时上限 8.1 万吨，低 0.8 %。");
}

TEST(AReason, MarksAProvisionalValue) {
  auto one = Case(indicator(Kind::at_least, "%", "57")).with("2020-08", "58.1");
  one.values[0].nature = ValueNature::provisional;
  EXPECT_EQ(reason(one), "截至8月 58.1 %（初步），目标 57 %，高 1.1 个百分点。");
}

TEST(TheOutlook, OfATotalIsTheYearsEndAtThisPace) {
  const auto outlook = [](const char* value, bool curve, bool seasonal = false, const char* period = "2020-08") {
    auto one = Case(indicator(Kind::at_most_total, "万吨", "20.2382"));
    one.rules.seasonal = seasonal;
    if (curve) {
      for (int month = 1; month <= 12; ++month) one.rules.curve[month] = number(month < 9 ? "8.6" : "7.8");
    }
    return one.with(period, value).in(12, 8).judge().outlook;
  };
  EXPECT_EQ(outlook("14.6320", false), "按目前进度全年约 21.9480 万吨，将超年度上限 1.7098 万吨。");
  EXPECT_EQ(outlook("14.6320", true), "按目前进度全年约 21.2674 万吨，将超年度上限 1.0292 万吨。");
  EXPECT_EQ(outlook("12", false), "按目前进度全年约 18.0000 万吨，比年度上限少 2.2382 万吨。");
  EXPECT_EQ(outlook("14.6320", false, true), "") << "seasonal without a curve: no pace to go by";
  EXPECT_EQ(outlook("20", false, false, "2020-12"), "");
}

TEST(TheOutlook, OfAMeanIsWhatTheRemainingDaysMayHave) {
  // (52 × 366 − C × 244) / 122
  const auto outlook = [](const char* value, const char* period = "2020-08") {
    return Case(indicator(Kind::at_most_level, "微克/立方米", "52")).with(period, value).in(12, 8).judge().outlook;
  };
  EXPECT_EQ(outlook("46.9"), "年剩余日控制值：余下 122 天日均不高于 62.2 微克/立方米，全年方可达到目标。");
  EXPECT_EQ(outlook("52"), "年剩余日控制值：余下 122 天日均不高于 52.0 微克/立方米，全年方可达到目标。");
  EXPECT_EQ(outlook("78"), "年内剩余 122 天已无法使全年均值达到目标。");
  EXPECT_EQ(outlook("46.9", "2020-12"), "") << "no day is left";
}

TEST(DaysGone, KnowLeapYears) {
  EXPECT_EQ(days_gone({2020, 1}), 31);
  EXPECT_EQ(days_gone({2020, 2}), 60);
  EXPECT_EQ(days_gone({2021, 2}), 59);
  EXPECT_EQ(days_gone({2020, 12}), 366);
  EXPECT_EQ(days_gone({2021, 12}), 365);
}

}  // namespace
}  // namespace sjsz::test
