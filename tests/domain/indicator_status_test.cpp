#include "domain/indicator_status.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "domain/indicator_example.h"

namespace sjsz::test {
namespace {

using Kind = IndicatorKind;
using testing::HasSubstr;

Case share() { return Case(indicator(Kind::at_least, "%", "57", Rhythm::quarter)); }
Case reduction() { return Case(indicator(Kind::reduction, "%", "15", Rhythm::quarter)); }
Case coal() { return Case(indicator(Kind::at_most_total, "万吨", "20.2382")); }
Case air() {
  auto one = indicator(Kind::at_most_level, "微克/立方米", "52");
  one.second_target = number("40");
  one.second_target_unit = "%";
  return Case(one);
}
Case energy_of_industry() { return Case(indicator(Kind::qualitative, "%", "", Rhythm::quarter)); }

std::string status(const Case& one) { return std::string(to_code(one.judge().status)); }

ByMonth even_curve() {
  ByMonth curve;
  for (int month = 1; month <= 12; ++month) curve[month] = number(month == 12 ? "8.37" : "8.33");
  return curve;
}

TEST(AtLeast, IsHeldAgainstTheMonthsMilestoneElseTheTargetAndHasTwoThresholds) {
  const struct {
    const char* value;
    const char* milestone;  // of June
    int second;
    const char* status;
  } cases[] = {{"57", "", 98, "on_pace"},    {"57.01", "", 98, "on_pace"}, {"56.99", "", 98, "behind"},
               {"55.86", "", 98, "behind"},  {"55.859999", "", 98, "off"}, {"51.3", "", 90, "behind"},
               {"51.299999", "", 90, "off"}, {"55", "55", 98, "on_pace"},  {"54.99", "55", 98, "behind"},
               {"53.9", "55", 98, "behind"}, {"53.899", "55", 98, "off"},  {"0", "", 98, "off"}};
  for (const auto& c : cases) {
    auto one = share();
    one.rules.second_threshold = c.second;
    if (*c.milestone) one.rules.milestones[6] = number(c.milestone);
    EXPECT_EQ(status(one.with("2020-Q2", c.value)), c.status) << c.value << " of " << c.milestone;
  }
}

TEST(AtLeast, LooksOnlyAtTheMilestoneOfTheMonthOfItsPeriod) {
  auto one = share();
  one.rules.milestones = {{3, number("50")}, {9, number("56")}};
  EXPECT_EQ(status(one.with("2020-Q2", "56.5")), "behind");
}

TEST(AReduction, IsHeldAgainstEqualStepsFromTheBaseYearsEndOrItsMilestone) {
  // 2015 to 2020 are 60 months; June 2020 is the 54th: 15 × 54 / 60 = 13.5.
  const struct {
    const char* value;
    const char* milestone;
    const char* status;
  } cases[] = {{"13.5", "", "on_pace"}, {"13.499999", "", "behind"}, {"12.15", "", "behind"},    {"12.149", "", "off"},
               {"-2", "", "off"},       {"12.7", "14.2", "off"},     {"12.78", "14.2", "behind"}};
  for (const auto& c : cases) {
    auto one = reduction();
    if (*c.milestone) one.rules.milestones[6] = number(c.milestone);
    EXPECT_EQ(status(one.with("2020-Q2", c.value)), c.status) << c.value << " of " << c.milestone;
  }
}

TEST(AReduction, FromItsOwnYearHasTheTargetAsItsPath) {
  auto one = reduction();
  one.indicator.base_year = 2020;
  EXPECT_EQ(status(one.with("2020-Q1", "14.9").in(3, 3)), "behind");
}

TEST(AtMostTotal, IsHeldAgainstMonthsOfTwelveOrTheCurve) {
  const struct {
    const char* value;
    bool curve;
    bool seasonal;
    const char* status;
  } cases[] = {
      {"13.4921", false, false, "on_pace"},                                         // 20.2382 × 8 / 12 = 13.49213…
      {"13.4922", false, false, "behind"},  {"14.991259", false, false, "behind"},  // 13.49213… / 0.9 = 14.99125926
      {"14.991260", false, false, "off"},   {"13.486", true, false, "on_pace"},     // 8 × 8.33 %: 13.48673648
      {"13.486737", true, true, "behind"},  {"1", false, true, "not_due"}};
  for (const auto& c : cases) {
    auto one = coal();
    one.rules.seasonal = c.seasonal;
    if (c.curve) one.rules.curve = even_curve();
    EXPECT_EQ(status(one.with("2020-08", c.value)), c.status) << c.value;
  }
}

TEST(AtLeastTotal, IsHeldAgainstMonthsOfTwelveOrTheCurve) {
  const auto total = [] { return Case(indicator(Kind::at_least_total, "万吨", "12")); };
  const struct {
    const char* value;
    const char* status;
  } cases[] = {{"8", "on_pace"}, {"7.999999", "behind"}, {"7.2", "behind"}, {"7.199999", "off"}, {"0", "off"}};
  for (const auto& c : cases) EXPECT_EQ(status(total().with("2020-08", c.value)), c.status) << c.value;
  auto seasonal = total();
  seasonal.rules.seasonal = true;
  EXPECT_EQ(status(seasonal.with("2020-08", "8")), "not_due");
}

TEST(AtMostLevel, WaitsForTheYearsLastValueUnlessItHasACurveOrAMilestone) {
  EXPECT_EQ(status(air().with("2020-08", "99")), "not_due");
  const struct {
    const char* value;
    const char* milestone;
    const char* curve;
    const char* status;
  } cases[] = {{"49.8", "49.8", "", "on_pace"}, {"49.9", "49.8", "", "behind"}, {"55.3", "49.8", "", "behind"},
               {"55.4", "49.8", "", "off"},     {"46.8", "", "90", "on_pace"},  {"46.9", "", "90", "behind"},
               {"49", "49.8", "90", "on_pace"}};
  for (const auto& c : cases) {
    auto one = air();
    if (*c.milestone) one.rules.milestones[8] = number(c.milestone);
    if (*c.curve) one.rules.curve = {{8, number(c.curve)}, {12, number("100")}};
    EXPECT_EQ(status(one.with("2020-08", c.value)), c.status) << c.value;
  }
}

TEST(AFinalValue, IsMetOrOffAndNeverBehindWhateverPathLedThere) {
  const struct {
    Case one;
    const char* period;
    const char* met;
    const char* off;
  } cases[] = {{share(), "2020-Q4", "57", "56.999999"},
               {reduction(), "2020-Q4", "15.0", "14.999999"},
               {coal(), "2020-12", "20.2382", "20.238201"},
               {air(), "2020-12", "52", "52.000001"},
               {Case(indicator(Kind::at_least_total, "万吨", "12")), "2020-12", "12", "11.9999"},
               {Case(indicator(Kind::at_least, "%", "57", Rhythm::year)), "2020", "57", "56.9"}};
  for (const auto& c : cases) {
    auto met = c.one, off = c.one;
    EXPECT_EQ(status(met.with(c.period, c.met).in(12, 12)), "met") << c.period << " " << c.met;
    EXPECT_EQ(status(off.with(c.period, c.off).in(12, 12)), "off") << c.period << " " << c.off;
    EXPECT_THAT(off.judge().reason, HasSubstr("未达标"));
  }
  auto seasonal = coal();
  seasonal.rules.seasonal = true;
  EXPECT_EQ(status(seasonal.with("2020-12", "20.2382").in(12, 12)), "met");
}

TEST(ANumberToReachOfZero, NeedsNoDivision) {
  auto one = Case(indicator(Kind::at_most_total, "起", "0"));
  EXPECT_EQ(status(one.with("2020-08", "0")), "on_pace");
  auto more = Case(indicator(Kind::at_most_total, "起", "0"));
  EXPECT_EQ(status(more.with("2020-08", "1")), "off");
  EXPECT_THAT(more.judge().reason, HasSubstr("无法计算"));
}

TEST(AMissingValue, IsNoDataOnceItIsDueAndTheLastKnownOneStandsBesideIt) {
  const struct {
    const char* why;
    Case one;
    const char* status;
  } cases[] = {
      {"nothing due, nothing entered", coal().in(8, 0), "not_due"},
      {"due and nothing entered", coal().in(8, 8), "no_data"},
      {"last month's there, this month's not due yet", coal().with("2020-07", "11").in(8, 7), "on_pace"},
      {"last month's there, this month's due", coal().with("2020-07", "11").in(8, 8), "no_data"},
      {"entered before it is due", coal().with("2020-08", "11").in(8, 7), "on_pace"},
      {"a month before it is missing", coal().with("2020-08", "11").in(8, 8), "on_pace"},
      {"of a later month only", coal().with("2020-09", "11").in(8, 8), "no_data"},
      {"quarter over and due", share().in(8, 8), "no_data"},
      {"quarter not over", share().with("2020-Q2", "58").in(8, 8), "on_pace"},
      {"first quarter not over", share().in(2, 2), "not_due"},
      {"annual figure within the year", Case(indicator(Kind::at_least, "%", "57", Rhythm::year)).in(11, 11), "not_due"},
      {"annual figure missing", Case(indicator(Kind::at_least, "%", "57", Rhythm::year)).in(12, 12), "no_data"},
      {"a mean without a curve is due all the same", air().in(8, 8), "no_data"},
  };
  for (const auto& c : cases) EXPECT_EQ(status(c.one), c.status) << c.why;
  const auto standing = coal().with("2020-07", "11.50").judge();
  EXPECT_EQ(standing.reason, "2020年8月数值已到报送时间，尚无数据；最近一次：截至7月累计 11.50 万吨。");
  EXPECT_EQ(standing.value->amount.to_string(), "11.50");
}

TEST(AValue, IsDueWithTheReportsOfItsLastMonthAndTheLagNeverBeforeTheFirstPeriod) {
  const auto due = [](Rhythm rhythm, int lag, int month, const std::vector<Month>& months) {
    IndicatorRules rules;
    rules.rhythm = rhythm;
    rules.lag = lag;
    const auto period = newest_due_period(rules, 2020, {2020, month}, months);
    return period ? to_string(*period) : "none";
  };
  EXPECT_EQ(due(Rhythm::month, 0, 8, due_until(8)), "2020-08");
  EXPECT_EQ(due(Rhythm::month, 1, 8, due_until(8)), "2020-07");
  EXPECT_EQ(due(Rhythm::month, 0, 8, due_until(7)), "2020-07");
  EXPECT_EQ(due(Rhythm::quarter, 0, 9, due_until(8)), "2020-Q2");
  EXPECT_EQ(due(Rhythm::quarter, 0, 9, due_until(9)), "2020-Q3");
  EXPECT_EQ(due(Rhythm::quarter, 1, 9, due_until(9)), "2020-Q2");
  EXPECT_EQ(due(Rhythm::quarter, 2, 4, due_until(4)), "none");
  EXPECT_EQ(due(Rhythm::year, 0, 12, due_until(12)), "2020");
  EXPECT_EQ(due(Rhythm::month, 0, 8, {{2020, 8}}), "2020-08");
  EXPECT_EQ(due(Rhythm::quarter, 0, 8, {{2020, 7}, {2020, 8}}), "none") << "June is before the first period";
  EXPECT_EQ(due(Rhythm::quarter, 1, 8, {{2020, 7}, {2020, 8}}), "2020-Q2");
  EXPECT_EQ(due(Rhythm::month, 0, 1, {}), "none");
}

TEST(ALaggingFinalValue, IsDueInTheYearAfterAndStillOfThePlansYear) {
  auto one = coal();
  one.rules.lag = 2;
  auto due = due_until(12);
  due.insert(due.end(), {{2021, 1}, {2021, 2}});
  const auto period = newest_due_period(one.rules, 2020, {2021, 2}, due);
  ASSERT_TRUE(period);
  EXPECT_EQ(to_string(*period), "2020-12");
}

TEST(AMonitoredIndicator, HasNoStatusWhateverIsThereOrMissing) {
  const auto monitored = [] { return Case(indicator(Kind::monitored, "万辆", "", Rhythm::month)); };
  EXPECT_EQ(status(monitored()), "monitored");
  const auto standing = monitored().with("2020-08", "0.0312").judge();
  EXPECT_EQ(standing.status, IndicatorStatus::monitored);
  EXPECT_EQ(standing.reason, "方案未下达区级目标，只监测，不考核；截至8月 0.0312 万辆。");
  auto set = monitored();
  set.set_by_office = StatusOverride{IndicatorStatus::off, "理由"};
  EXPECT_EQ(status(set), "monitored");
}

TEST(AQualitativeIndicator, IsAsTheOfficeJudgedItsNewestPeriod) {
  const auto judged = [](const char* period, IndicatorStatus status, int second = 0) {
    return Judgement{
        {6},     read_indicator_period(period).value(), status, "依据市局通报。", Instant(std::chrono::seconds(second)),
        "李主任"};
  };
  using S = IndicatorStatus;
  const struct {
    std::vector<Judgement> judgements;
    int month, due;
    const char* status;
  } cases[] = {
      {{}, 2, 2, "not_due"},
      {{}, 8, 8, "no_data"},
      {{judged("2020-Q2", S::on_pace)}, 8, 8, "on_pace"},
      {{judged("2020-Q2", S::behind)}, 8, 8, "behind"},
      {{judged("2020-Q2", S::off)}, 8, 8, "off"},
      {{judged("2020-Q1", S::on_pace)}, 8, 8, "no_data"},
      {{judged("2020-Q1", S::on_pace)}, 5, 5, "on_pace"},
      {{judged("2020-Q2", S::on_pace, 1), judged("2020-Q2", S::behind, 2)}, 8, 8, "behind"},
      {{judged("2020-Q3", S::behind), judged("2020-Q2", S::on_pace)}, 8, 8, "on_pace"},
      {{judged("2020-Q4", S::met)}, 12, 12, "met"},
      {{judged("2020-Q4", S::off)}, 12, 12, "off"},
  };
  for (const auto& c : cases) {
    auto one = energy_of_industry().in(c.month, c.due);
    one.judgements = c.judgements;
    EXPECT_EQ(status(one), c.status) << c.month;
  }
  auto one = energy_of_industry();
  one.judgements = {judged("2020-Q2", S::on_pace)};
  EXPECT_EQ(one.judge().reason, "专班办公室2020年二季度判定为正常：依据市局通报。");
}

TEST(AJudgement, IsOfTheYearsCourseBeforeItsEndAndOfTheTargetThen) {
  using S = IndicatorStatus;
  const auto within = read_indicator_period("2020-Q3").value(), final = read_indicator_period("2020-Q4").value();
  for (const auto status : {S::on_pace, S::behind, S::off}) EXPECT_FALSE(judgement_fault(status, within));
  for (const auto status : {S::met, S::no_data, S::not_due, S::monitored}) {
    EXPECT_TRUE(judgement_fault(status, within)) << to_code(status);
  }
  for (const auto status : {S::met, S::off}) EXPECT_FALSE(judgement_fault(status, final));
  for (const auto status : {S::on_pace, S::behind, S::no_data}) EXPECT_TRUE(judgement_fault(status, final));
}

TEST(AStatusSetByTheOffice, ShowsItsReasonAndWhatTheRulesSay) {
  auto one = coal().with("2020-08", "13");
  one.set_by_office = StatusOverride{IndicatorStatus::behind, "两家企业瞒报，待核"};
  const auto standing = one.judge();
  EXPECT_EQ(standing.status, IndicatorStatus::behind);
  EXPECT_EQ(standing.by_rule, IndicatorStatus::on_pace);
  EXPECT_THAT(standing.reason,
              HasSubstr("专班办公室改定为滞后：两家企业瞒报，待核（按规则为正常：截至8月累计 13 万吨"));
}

TEST(AStatus, IsMarkedProvisionalWithAProvisionalOrUnreviewedValue) {
  const struct {
    ValueNature nature;
    bool accepted;
    bool provisional;
  } cases[] = {
      {ValueNature::final, true, false}, {ValueNature::provisional, true, true}, {ValueNature::final, false, true}};
  for (const auto& c : cases) {
    auto one = coal().with("2020-08", "13");
    one.values[0].nature = c.nature;
    one.values[0].accepted = c.accepted;
    EXPECT_EQ(one.judge().provisional, c.provisional);
  }
}

TEST(PM25, HasASecondTargetThatNeedsTheBaseYearsValue) {
  const auto judged = [](const char* base, const char* value) {
    auto one = air();
    if (*base) one.rules.base_value = number(base);
    return one.with("2020-08", value).judge();
  };
  EXPECT_FALSE(judged("", "46.9").second->improvement);
  EXPECT_THAT(judged("", "46.9").reason, HasSubstr("未设2015年基准数值，改善率无法计算（目标 40 %）"));
  EXPECT_TRUE(judged("87", "46.9").second->met);
  EXPECT_THAT(judged("87", "46.9").reason, HasSubstr("比2015年（87 微克/立方米）改善 46.1 %，目标 40 %"));
  EXPECT_TRUE(judged("80", "48").second->met) << "exactly 40 %";
  EXPECT_FALSE(judged("80", "48.01").second->met);
  EXPECT_THAT(judged("80", "48.01").reason, HasSubstr("改善 39.99 %"));
  EXPECT_THAT(judged("80", "88").reason, HasSubstr("上升 10.0 %"));
}

}  // namespace
}  // namespace sjsz::test
