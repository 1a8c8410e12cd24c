#include "view/indicator_words.h"

#include <gtest/gtest.h>

namespace sjsz::view {
namespace {

IndicatorView indicator(IndicatorKind kind, const char* target, const char* unit) {
  IndicatorView view;
  view.year = 2020;
  view.base_year = 2015;
  view.kind = kind;
  view.unit = unit;
  view.target = Decimal::parse(target);
  view.target_text = "持续改善";
  return view;
}

}  // namespace

TEST(IndicatorWords, KeepEveryDigitOfANumber) {
  EXPECT_EQ(amount(*Decimal::parse("20.2382"), "万吨"), "20.2382 万吨");
  EXPECT_EQ(amount(*Decimal::parse("57"), "%"), "57 %");
  EXPECT_EQ(amount(*Decimal::parse("148.20"), ""), "148.20");
}

TEST(IndicatorWords, SayWhenATargetIsMet) {
  const struct {
    IndicatorKind kind;
    const char *target, *unit, *want;
  } cases[] = {
      {IndicatorKind::at_least, "57", "%", "全年实际值不低于 57 % 为达标。"},
      {IndicatorKind::reduction, "21.2", "%", "2020年比2015年降低 21.2 % 及以上为达标。"},
      {IndicatorKind::at_most_level, "52", "微克/立方米", "全年平均值不超过 52 微克/立方米为达标。"},
      {IndicatorKind::at_most_total, "20.2382", "万吨", "全年累计不超过 20.2382 万吨为达标。"},
      {IndicatorKind::at_least_total, "3", "", "全年累计不低于 3 为达标。"},
      {IndicatorKind::qualitative, "", "", "方案没有规定数值，由工作专班办公室对照“持续改善”作出判定，并写明理由。"},
      {IndicatorKind::monitored, "", "", "方案没有规定目标值，只监测、不考核，不计入达标比例。"},
  };
  for (const auto& c : cases) EXPECT_EQ(met_sentence(indicator(c.kind, c.target, c.unit)), c.want);
}

TEST(IndicatorWords, JudgeSeasonalTotalsByTheirCurve) {
  auto coal = indicator(IndicatorKind::at_most_total, "20.2382", "万吨");
  EXPECT_EQ(pace_sentence(coal), "年内按“目标 × 月数 ÷ 12”确定序时上限；设置了参考曲线的，以参考曲线为准。");
  coal.seasonal = true;
  EXPECT_EQ(pace_sentence(coal),
            "数值随季节变化，年内按参考曲线确定序时上限；没有设置参考曲线的，待全年数值出来后判定。");
}

TEST(IndicatorWords, NameTheThresholdWhereANumberIsJudged) {
  auto share = indicator(IndicatorKind::at_least, "57", "%");
  share.second_threshold = 98;
  EXPECT_EQ(threshold_sentence(share), "完成率达到 100 % 为正常；不足 100 %、达到 98 % 为滞后；不足 98 % 为严重滞后。");
  EXPECT_EQ(threshold_sentence(indicator(IndicatorKind::monitored, "", "")), "");
  EXPECT_EQ(threshold_sentence(indicator(IndicatorKind::qualitative, "", "")), "");
}

}  // namespace sjsz::view
