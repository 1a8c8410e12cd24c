#include "domain/indicator_value.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "domain/indicator_example.h"

namespace sjsz::test {
namespace {

using Kind = IndicatorKind;
using testing::HasSubstr;
using testing::IsEmpty;

Instant at(int second) { return Instant(std::chrono::seconds(second)); }

struct Typed {
  std::string value = "14.10", period = "2020-08", source = "区统计局月报", nature = "final";
  Kind kind = Kind::at_most_total;
  std::string unit = "万吨";
  Rhythm rhythm = Rhythm::month;
};

tl::expected<CheckedValue, std::vector<FieldFault>> check(const Typed& typed) {
  const auto one = indicator(typed.kind, typed.unit, "20.2382", typed.rhythm);
  return check_indicator_value({typed.period, typed.value, typed.source, typed.nature, ""}, one, rules_of(one), 2020,
                               {2020, 8});
}

TEST(ATypedValue, IsUnderstoodAsPeopleTypeItAndKeptToTheDigit) {
  const struct {
    const char* typed;
    const char* kept;
  } cases[] = {{"20.2382", "20.2382"},
               {"14.10", "14.10"},
               {" １４．１０ ", "14.10"},
               {"1,234.5", "1234.5"},
               {"0", "0"},
               {"0.000001", "0.000001"},
               {"999999999.999999", "999999999.999999"}};
  for (const auto& c : cases) {
    const auto checked = check({.value = c.typed});
    ASSERT_TRUE(checked) << c.typed;
    EXPECT_EQ(checked->text.amount.to_string(), c.kept);
  }
  EXPECT_EQ(check({.value = "58.1％", .kind = Kind::at_least, .unit = "%"})->text.amount.to_string(), "58.1");
  EXPECT_EQ(check({.value = "-2", .kind = Kind::reduction, .unit = "%"})->text.amount.to_string(), "-2");
  EXPECT_EQ(check({.value = "-2", .kind = Kind::monitored})->text.amount.to_string(), "-2") << "an increase may fall";
}

TEST(ATypedValue, IsRefusedAtItsFieldWithTheReason) {
  const struct {
    Typed typed;
    const char* field;
    const char* reason;
  } cases[] = {
      {{.value = "1e400"}, "value", "请填数字"},
      {{.value = "很多"}, "value", "请填数字"},
      {{.value = "14.10万吨"}, "value", "请填数字"},
      {{.value = "1.2.3"}, "value", "请填数字"},
      {{.value = "NaN"}, "value", "请填数字"},
      {{.value = ""}, "value", "不要填 0"},
      {{.value = "-1"}, "value", "不能小于 0"},
      {{.value = "-0.01", .kind = Kind::at_most_level}, "value", "不能小于 0"},
      {{.value = "300 %", .kind = Kind::at_least, .unit = "%"}, "value", "不能大于 100 %"},
      {{.value = "100.01", .kind = Kind::reduction, .unit = "%"}, "value", "不能大于 100 %"},
      {{.value = "-101", .kind = Kind::reduction, .unit = "%"}, "value", "不能小于 −100 %"},
      {{.value = "1000000000"}, "value", "最多 9 位整数"},
      {{.value = "0.0000001"}, "value", "6 位小数"},
      {{.period = "八月"}, "period", "请写明数据期"},
      {{.period = ""}, "period", "请写明数据期"},
      {{.period = "2019-12"}, "period", "早于方案年度"},
      {{.period = "2021-01"}, "period", "晚于方案年度"},
      {{.period = "2020-09"}, "period", "还没有结束"},
      {{.period = "2020-Q3"}, "period", "按月报送"},
      {{.period = "2020-08", .rhythm = Rhythm::quarter}, "period", "按季报送"},
      {{.period = "2020-Q3", .rhythm = Rhythm::quarter}, "period", "还没有结束"},
      {{.period = "2020-06", .rhythm = Rhythm::year}, "period", "按年报送"},
      {{.period = "2020", .rhythm = Rhythm::year}, "period", "还没有结束"},
      {{.source = " "}, "source", "数据来源"},
      {{.source = std::string(201, 'a')}, "source", "最多 200 个字"},
      {{.source = "\xFF"}, "source", "不能识别"},
      {{.nature = "guess"}, "nature", "初步"},
  };
  for (const auto& c : cases) {
    const auto checked = check(c.typed);
    ASSERT_FALSE(checked) << c.reason;
    ASSERT_EQ(checked.error().size(), 1u) << c.reason;
    EXPECT_EQ(checked.error()[0].field, c.field);
    EXPECT_THAT(checked.error()[0].reason, HasSubstr(c.reason));
  }
}

TEST(ATypedValue, NamesEveryFaultAtOnceAndIsProvisionalUnlessSaid) {
  const auto checked = check({.value = "x", .period = "y", .source = "", .nature = "z"});
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().size(), 4u);
  EXPECT_EQ(check({.nature = ""})->text.nature, ValueNature::provisional);
}

TEST(AValue, WarnsOfJumpsAndOfCumulativesThatFall) {
  const struct {
    Kind kind;
    const char* before;
    const char* before_period;
    const char* now;
    const char* warning;  // empty: none
  } cases[] = {
      {Kind::at_most_total, "12.9", "2020-07", "14.1", ""},
      {Kind::at_most_total, "12.9", "2020-07", "12.8", "累计数比上期小"},
      {Kind::at_most_total, "12.9", "2020-07", "12.9", ""},
      {Kind::at_most_total, "7", "2020-07", "12", ""},  // monthly average 1 → 1.5: exactly 50 %
      {Kind::at_most_total, "7", "2020-07", "12.01", "月均与上期相差超过 50 %"},
      {Kind::at_most_total, "12.9", "2020-07", "141.0", "月均与上期相差超过 50 %"},
      {Kind::at_least, "40", "2020-07", "60", ""},
      {Kind::at_least, "40", "2020-07", "60.1", "与上期相差超过 50 %"},
      {Kind::at_least, "40", "2020-07", "20", ""},
      {Kind::at_least, "40", "2020-07", "19.9", "与上期相差超过 50 %"},
      {Kind::reduction, "-2", "2020-07", "-3.1", "与上期相差超过 50 %"},
      {Kind::at_least, "0", "2020-07", "0", ""},
      {Kind::at_least, "0", "2020-07", "0.1", "与上期相差超过 50 %"},
      {Kind::monitored, "5", "2020-07", "4", ""},
  };
  for (const auto& c : cases) {
    const auto warnings = warn_of_value(read_indicator_period("2020-08").value(), number(c.now),
                                        counted(c.before_period, c.before), c.kind, 50);
    if (!*c.warning) {
      EXPECT_TRUE(warnings.empty()) << c.before << " → " << c.now;
      continue;
    }
    ASSERT_EQ(warnings.size(), 1u) << c.before << " → " << c.now;
    EXPECT_EQ(warnings[0].field, "value");
    EXPECT_THAT(warnings[0].reason, HasSubstr(c.warning));
    EXPECT_THAT(warnings[0].reason, HasSubstr(c.before));
  }
  EXPECT_THAT(warn_of_value(read_indicator_period("2020-08").value(), number("1"), {}, Kind::at_least, 50), IsEmpty());
}

ValueRevision revision(int number_, const char* amount, int submitted, RevisionOutcome outcome, int decided) {
  ValueRevision one;
  one.number = number_;
  one.text.amount = number(amount);
  one.submitted_at = at(submitted);
  one.outcome = outcome;
  if (decided) one.decided_at = at(decided);
  return one;
}

TEST(AValue, CountsByItsNewestAcceptedRevisionElseByTheOneThatWaits) {
  using O = RevisionOutcome;
  IndicatorValue value;
  value.period = read_indicator_period("2020-08").value();
  value.revisions = {revision(1, "1", 10, O::returned, 20), revision(2, "2", 30, O::accepted, 40),
                     revision(3, "3", 50, O::withdrawn, 60), revision(4, "4", 70, O::accepted, 80)};
  const struct {
    int when;
    const char* counts;  // empty: nothing
    bool accepted;
  } cases[] = {{5, "", false},  {10, "1", false}, {20, "", false}, {30, "2", false}, {40, "2", true},
               {50, "2", true}, {70, "2", true},  {80, "4", true}, {999, "4", true}};
  for (const auto& c : cases) {
    const auto counts = counted_value(value, at(c.when));
    EXPECT_EQ(counts ? counts->amount.to_string() : "", c.counts) << c.when;
    EXPECT_EQ(counts && counts->accepted, c.accepted) << c.when;
  }
}

TEST(AValue, IsMarkedDisputedUntilThatIsDecided) {
  IndicatorValue value;
  value.revisions = {revision(1, "1", 10, RevisionOutcome::accepted, 10)};
  Dispute dispute;
  dispute.raised_at = at(20);
  dispute.decided_at = at(30);
  dispute.outcome = DisputeOutcome::kept;
  value.disputes = {dispute};
  EXPECT_FALSE(counted_value(value, at(15))->disputed);
  EXPECT_TRUE(counted_value(value, at(25))->disputed);
  EXPECT_FALSE(counted_value(value, at(35))->disputed);
}

TEST(AValue, OfTheNewestPeriodUpToTheMonthCounts) {
  const std::vector<CountedValue> values = {counted("2020-06", "6"), counted("2020-08", "8"), counted("2020-Q2", "2"),
                                            counted("2020-12", "12"), counted("2020", "20")};
  const auto newest = [&](int month) {
    const auto one = newest_counted(values, {2020, month});
    return one ? one->amount.to_string() : "";
  };
  EXPECT_EQ(newest(5), "");
  EXPECT_EQ(newest(6), "6") << "the shorter of two periods";
  EXPECT_EQ(newest(7), "6");
  EXPECT_EQ(newest(8), "8");
  EXPECT_EQ(newest(12), "12");
}

TEST(AValue, GoesFromDraftOverSubmittedToAcceptedAndMayBeCorrected) {
  using S = ReportState;
  const struct {
    S from;
    const char* save;
    const char* submit;
    const char* withdraw;
    const char* send_back;
    const char* accept;
    const char* record;
  } cases[] = {{S::none, "draft", "", "", "", "", "accepted"},
               {S::draft, "draft", "submitted", "", "", "", "accepted"},
               {S::submitted, "", "", "draft", "returned", "accepted", ""},
               {S::returned, "returned", "submitted", "", "", "", "accepted"},
               {S::accepted, "draft", "", "", "", "", "accepted"}};
  const auto after = [](S from, ValueVerb verb) {
    const auto state = next_state(from, verb);
    return state ? std::string(to_code(*state)) : "";
  };
  for (const auto& c : cases) {
    EXPECT_EQ(after(c.from, ValueVerb::save), c.save) << to_code(c.from);
    EXPECT_EQ(after(c.from, ValueVerb::submit), c.submit) << to_code(c.from);
    EXPECT_EQ(after(c.from, ValueVerb::withdraw), c.withdraw) << to_code(c.from);
    EXPECT_EQ(after(c.from, ValueVerb::send_back), c.send_back) << to_code(c.from);
    EXPECT_EQ(after(c.from, ValueVerb::accept), c.accept) << to_code(c.from);
    EXPECT_EQ(after(c.from, ValueVerb::record), c.record) << to_code(c.from);
  }
}

}  // namespace
}  // namespace sjsz::test
