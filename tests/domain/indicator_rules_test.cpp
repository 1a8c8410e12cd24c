#include "domain/indicator_rules.h"

#include <gmock/gmock.h>

#include "domain/indicator_example.h"

namespace sjsz::test {
namespace {

using Kind = IndicatorKind;
using testing::ElementsAre;
using testing::IsEmpty;

RawIndicatorRules raw(const std::string& kind = "at_most_total") {
  return {.kind = kind,
          .rhythm = "month",
          .seasonal = "no",
          .second_threshold = "90",
          .lag = "0",
          .base_value = "",
          .unit = "",
          .milestones = {},
          .curve = {}};
}

std::map<int, std::string> curve(const std::string& each, const std::string& last) {
  std::map<int, std::string> points;
  for (int month = 1; month <= 12; ++month) points[month] = month == 12 ? last : each;
  return points;
}

std::vector<std::string> faults(const RawIndicatorRules& typed, const char* target = "20.2382") {
  std::vector<std::string> fields;
  const auto checked = check_indicator_rules(typed, indicator(Kind::at_most_total, "万吨", target), {{"fagai"}});
  if (checked) return {};
  for (const auto& fault : checked.error()) fields.push_back(fault.field);
  return fields;
}

TEST(IndicatorRules, AreThoseOfThePlanUntilTheOfficeSetsThem) {
  auto one = indicator(Kind::at_most_total, "万吨", "20.2382");
  one.seasonal = true;
  one.second_threshold = 98;
  const auto rules = rules_of(one);
  EXPECT_EQ(rules.kind, Kind::at_most_total);
  EXPECT_EQ(rules.rhythm, Rhythm::month);
  EXPECT_TRUE(rules.seasonal);
  EXPECT_EQ(rules.second_threshold, 98);
  EXPECT_EQ(rules.lag, 0);
  EXPECT_FALSE(rules.unit);
}

TEST(IndicatorRules, CountFromTheirMonthOnAndOnlyWhatWasSetByThen) {
  const auto one = indicator(Kind::at_most_total, "万吨", "20.2382");
  const auto at = [](int second) { return Instant(std::chrono::seconds(second)); };
  using Key = IndicatorSetting;
  const std::vector<IndicatorSettingChange> changes = {
      {{6}, Key::lag, "1", {2020, 3}, "", at(1), ""}, {{6}, Key::lag, "2", {2020, 6}, "", at(2), ""},
      {{6}, Key::lag, "3", {2020, 6}, "", at(3), ""}, {{6}, Key::lag, "4", {2020, 1}, "", at(4), ""},
      {{7}, Key::lag, "9", {2020, 1}, "", at(1), ""}, {{6}, Key::unit, "fagai", {2020, 1}, "", at(1), ""},
      {{6}, Key::unit, "", {2020, 5}, "", at(1), ""}, {{6}, Key::milestones, "3=4.5;6=9", {2020, 1}, "", at(1), ""}};
  const auto in = [&](int month, int second) { return rules_in_force(one, changes, {2020, month}, at(second)); };
  EXPECT_EQ(in(2, 9).lag, 4);
  EXPECT_EQ(in(2, 3).lag, 0) << "set later";
  EXPECT_EQ(in(4, 9).lag, 1);
  EXPECT_EQ(in(6, 2).lag, 2);
  EXPECT_EQ(in(8, 9).lag, 3) << "of two for one month the one made last";
  EXPECT_EQ(in(4, 9).unit, UnitCode{"fagai"});
  EXPECT_EQ(in(5, 9).unit, std::nullopt);
  EXPECT_EQ(in(1, 9).milestones.at(3), number("4.5"));
}

TEST(IndicatorRules, AreStoredAsTheyAreReadAgain) {
  auto typed = raw("at_most_level");
  typed.seasonal = "yes";
  typed.lag = "２";
  typed.second_threshold = "98 %";
  typed.base_value = "87.50";
  typed.unit = "fagai";
  typed.milestones = {{3, "60.5"}, {6, "55"}, {7, " "}};
  typed.curve = curve("101.5", "100");
  const auto one = indicator(Kind::at_most_total, "微克/立方米", "52");
  const auto rules = check_indicator_rules(typed, one, {{"fagai"}}).value();
  const auto stored = stored_rules(rules);
  std::vector<IndicatorSettingChange> changes;
  for (const auto& [key, value] : stored) changes.push_back({one.seq, key, value, {2020, 1}, "", Instant{}, ""});
  EXPECT_EQ(stored_rules(rules_in_force(one, changes, {2020, 1}, Instant{})), stored);
  EXPECT_EQ(stored.at(IndicatorSetting::base_value), "87.50");
  EXPECT_EQ(stored.at(IndicatorSetting::milestones), "3=60.5;6=55");
  EXPECT_EQ(stored.at(IndicatorSetting::lag), "2");
}

TEST(IndicatorRules, AreRefusedAtTheFieldThatIsWrong) {
  const auto with = [](auto change, const char* kind = "at_most_total") {
    auto typed = raw(kind);
    change(typed);
    return faults(typed);
  };
  EXPECT_THAT(faults(raw()), IsEmpty());
  const struct {
    const char* why;
    std::vector<std::string> faults;
    const char* field;
  } cases[] = {
      {"no kind", with([](auto& t) { t.kind = "best"; }), "kind"},
      {"no rhythm", with([](auto& t) { t.rhythm = "week"; }), "rhythm"},
      {"neither yes nor no", with([](auto& t) { t.seasonal = ""; }), "seasonal"},
      {"second threshold above the first", with([](auto& t) { t.second_threshold = "105"; }), "second_threshold"},
      {"second threshold at the first", with([](auto& t) { t.second_threshold = "100"; }), "second_threshold"},
      {"threshold of nothing", with([](auto& t) { t.second_threshold = "0"; }), "second_threshold"},
      {"threshold in words", with([](auto& t) { t.second_threshold = "九十"; }), "second_threshold"},
      {"broken threshold", with([](auto& t) { t.second_threshold = "89.5"; }), "second_threshold"},
      {"lag of more than a year", with([](auto& t) { t.lag = "13"; }), "lag"},
      {"negative lag", with([](auto& t) { t.lag = "-1"; }), "lag"},
      {"base year zero", with([](auto& t) { t.base_value = "0.00"; }), "base_value"},
      {"negative base", with([](auto& t) { t.base_value = "-3"; }), "base_value"},
      {"base in words", with([](auto& t) { t.base_value = "多"; }), "base_value"},
      {"base of 1e400", with([](auto& t) { t.base_value = "1e400"; }), "base_value"},
      {"unknown unit", with([](auto& t) { t.unit = "nobody"; }), "unit"},
      {"ladder for a total", with([](auto& t) { t.milestones[3] = "5"; }), "milestones"},
      {"ladder that goes down",
       with(
           [](auto& t) {
             t.milestones = {{3, "5"}, {6, "4.9"}};
           },
           "at_least"),
       "milestones.6"},
      {"milestone for December", with([](auto& t) { t.milestones[12] = "5"; }, "at_least"), "milestones.12"},
      {"milestone for a thirteenth month", with([](auto& t) { t.milestones[13] = "5"; }, "at_least"), "milestones.13"},
      {"milestone in words", with([](auto& t) { t.milestones[2] = "五"; }, "at_least"), "milestones.2"},
      {"too many digits", with([](auto& t) { t.milestones[2] = "1234567890"; }, "at_least"), "milestones.2"},
      {"milestone between quarters", with([](auto& t) { t.rhythm = "quarter", t.milestones[5] = "5"; }, "reduction"),
       "milestones.5"},
      {"curve that does not add to 100", with([](auto& t) { t.curve = curve("8.3", "8.6"); }), "curve"},
      {"curve with a hole", with([](auto& t) { t.curve = curve("8.33", "8.37"), t.curve[5] = ""; }), "curve"},
      {"negative share", with([](auto& t) { t.curve = curve("8.33", "8.37"), t.curve[5] = "-1"; }), "curve.5"},
      {"curve for what has none", with([](auto& t) { t.curve = curve("8.33", "8.37"); }, "at_least"), "curve"},
      {"mean that ends elsewhere", with([](auto& t) { t.curve = curve("101", "99"); }, "at_most_level"), "curve.12"},
  };
  for (const auto& c : cases) {
    ASSERT_FALSE(c.faults.empty()) << c.why;
    EXPECT_EQ(c.faults[0], c.field) << c.why;
  }
}

TEST(IndicatorRules, TakeLaddersThatStandOrRiseAndForMeansAnyAndCurvesThatAddTo100) {
  auto ladder = raw("reduction");
  ladder.milestones = {{3, "12"}, {6, "12"}, {9, "14.5"}};
  EXPECT_THAT(faults(ladder), IsEmpty());
  auto mean = raw("at_most_level");
  mean.milestones = {{1, "90"}, {6, "55"}};
  EXPECT_THAT(faults(mean), IsEmpty());
  auto total = raw();
  total.curve = curve("8.33", "8.37");
  EXPECT_THAT(faults(total), IsEmpty());
}

TEST(IndicatorRules, NeedATargetToJudgeByANumber) {
  EXPECT_THAT(faults(raw("at_least"), ""), ElementsAre("kind"));
  EXPECT_THAT(faults(raw("monitored"), ""), IsEmpty());
  EXPECT_THAT(faults(raw("qualitative"), ""), IsEmpty());
}

TEST(IndicatorRules, NameEveryFaultAtOnce) {
  auto typed = raw("");
  typed.lag = "x";
  typed.curve = {{1, "a"}, {2, "b"}};
  EXPECT_THAT(faults(typed), ElementsAre("kind", "lag", "curve.1", "curve.2"));
}

}  // namespace
}  // namespace sjsz::test
