#include "actions/indicator_setting.h"

#include <gmock/gmock.h>

#include "actions/indicator_year.h"
#include "domain/codes.h"
#include "storage/indicator_setting_store.h"

namespace sjsz::test {
namespace {

using actions::ValueRefusal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SettingsOfAnIndicator, AreKeptFromAMonthOnWithAReasonEachThatDiffers) {
  IndicatorYear year;
  EXPECT_EQ(year.set_rules(year.coal_rules()).value(), 0);
  EXPECT_THAT(year.audit_rows(), IsEmpty());
  auto rules = year.coal_rules();
  rules.lag = "1";
  rules.unit = "gongxin";
  EXPECT_EQ(year.set_rules(rules, "2020-03", "统计局次月发布").value(), 2);
  EXPECT_EQ(year.set_rules(rules, "2020-03", "统计局次月发布").value(), 0);
  std::vector<std::string> kept;
  for (const auto& one : list_indicator_settings(*year->reader(), 2020)) {
    kept.push_back(std::string(to_code(one.key)) + "=" + one.value + " " + to_string(one.from) + " " + one.by);
  }
  EXPECT_THAT(kept, ElementsAre("lag=1 2020-03 李主任", "unit=gongxin 2020-03 李主任"));
  EXPECT_EQ(year.audit_rows().front(),
            R"(indicator.setting indicators/1/2020 {"setting":"lag","from":"0","to":"1","from_period":"2020-03",)"
            R"("reason":"统计局次月发布"})");
}

TEST(SettingsOfAnIndicator, AreRefusedAtTheirFields) {
  IndicatorYear year;
  const auto faults = [&](auto change, const std::string& from = "2020-01", const std::string& reason = "会议") {
    auto rules = year.coal_rules();
    change(rules);
    std::vector<std::string> fields;
    const auto outcome = year.set_rules(rules, from, reason);
    if (outcome) return fields;
    for (const auto& fault : outcome.error().faults) fields.push_back(fault.field);
    return fields;
  };
  const auto nothing = [](auto&) {};
  EXPECT_THAT(faults([](auto& r) { r.second_threshold = "120"; }), ElementsAre("second_threshold"));
  EXPECT_THAT(faults([](auto& r) { r.base_value = "0"; }), ElementsAre("base_value"));
  EXPECT_THAT(faults([](auto& r) { r.unit = "nobody"; }), ElementsAre("unit"));
  EXPECT_THAT(faults([](auto& r) { r.curve = {{1, "50"}, {2, "50"}}; }), ElementsAre("curve"));
  EXPECT_THAT(faults(nothing, "2019-12"), ElementsAre("from"));
  EXPECT_THAT(faults(nothing, ""), ElementsAre("from"));
  EXPECT_THAT(faults(nothing, "2020-01", ""), ElementsAre("reason"));
  EXPECT_THAT(faults([](auto& r) { r.lag = "x"; }, "", ""), ElementsAre("lag", "from", "reason"));
  EXPECT_THAT(list_indicator_settings(*year->reader(), 2020), IsEmpty());
}

TEST(SettingsOfAnIndicator, AreTheOfficesAlone) {
  IndicatorYear year;
  for (const auto& visitor : {reporter(), person(AccountRole::leader), person(AccountRole::admin)}) {
    const auto outcome = year->write([&](Writer& db) {
      return actions::change_indicator_rules(db, actor(), visitor, kCoal, year.coal_rules(), "2020-01", "会议");
    });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().why, ValueRefusal::not_allowed);
  }
}

TEST(SettingsOfAnIndicator, BearOnValuesOfTheirMonthsOnly) {
  IndicatorYear year;
  auto rules = year.coal_rules();
  rules.rhythm = "quarter";
  year.set_rules(rules, "2020-07").value();
  EXPECT_TRUE(year.record(typed("9", "2020-05")));
  const auto refused = year.record(typed("12", "2020-07"));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().faults[0].reason, HasSubstr("按季报送"));
}

}  // namespace
}  // namespace sjsz::test
