#include "actions/light_override.h"

#include <gmock/gmock.h>

#include "actions/indicator_year.h"

namespace sjsz::test {
namespace {

using actions::ValueRefusal;
using testing::ElementsAre;
using testing::HasSubstr;
using Done = tl::expected<void, ValueRefusal>;

const actions::LightKey kTask{LightObject::task, 1, {2020, 8}}, kValue{LightObject::indicator, 1, {2020, 8}};

Done set(IndicatorYear& year, const actions::LightKey& key, const char* light, const char* reason = "现场检查",
         const Visitor& visitor = office("zhengfuban"), const Date& day = {2020, 9, 3}) {
  return year->write([&](Writer& db) { return actions::override_light(db, actor(day), visitor, key, light, reason); });
}

void expect_refused(const Done& outcome, ValueRefusal::Why why, const std::string& reason) {
  ASSERT_FALSE(outcome) << reason;
  EXPECT_EQ(outcome.error().why, why) << outcome.error().reason;
  EXPECT_THAT(outcome.error().reason, HasSubstr(reason));
}

TEST(ALight, IsSetByTheOfficeWithAReasonAndGivenBack) {
  IndicatorYear year;
  const auto light = [&](const actions::LightKey& key) {
    const auto found =
        find_override(list_light_changes(*year->reader(), 2020), key.object, key.seq, key.month, on({2020, 9, 3}, 23));
    return found ? *found->light : "";
  };
  ASSERT_TRUE(set(year, kTask, "off"));
  ASSERT_TRUE(set(year, kValue, "behind", "数据存疑"));
  EXPECT_EQ(light(kTask), "off");
  EXPECT_EQ(light(kValue), "behind");
  ASSERT_TRUE(set(year, kTask, "", "已整改"));
  EXPECT_EQ(light(kTask), "");
  EXPECT_THAT(year.audit_rows(),
              ElementsAre(R"(light.override tasks/1/2020-08 {"reason":"现场检查","to":"off"})",
                          R"(light.override indicators/1/2020-08 {"reason":"数据存疑","to":"behind"})",
                          R"(light.restore tasks/1/2020-08 {"reason":"已整改","from":"off"})"));
}

TEST(ALight, IsRefusedWithWhatIsWrong) {
  IndicatorYear year;
  const auto key = [](LightObject object, int seq, int month) { return actions::LightKey{object, seq, {2020, month}}; };
  expect_refused(set(year, kTask, "not_due"), ValueRefusal::invalid, "请选择");
  expect_refused(set(year, kTask, "met"), ValueRefusal::invalid, "请选择");
  expect_refused(set(year, kValue, "missing"), ValueRefusal::invalid, "请选择");
  expect_refused(set(year, kValue, "no_data"), ValueRefusal::invalid, "请选择");
  expect_refused(set(year, kTask, "off", " "), ValueRefusal::invalid, "请写明改定的理由");
  expect_refused(set(year, kTask, ""), ValueRefusal::wrong_state, "没有改定过");
  expect_refused(set(year, key(LightObject::task, 9, 8), "off"), ValueRefusal::not_allowed, "没有这项任务");
  expect_refused(set(year, key(LightObject::indicator, 9, 8), "off"), ValueRefusal::not_allowed, "没有这项指标");
  expect_refused(set(year, key(LightObject::indicator, 2, 8), "off"), ValueRefusal::not_allowed, "仅监测");
  expect_refused(set(year, key(LightObject::task, 1, 10), "off"), ValueRefusal::wrong_state, "还没有到");
  expect_refused(set(year, key(LightObject::task, 1, 6), "off"), ValueRefusal::wrong_state, "已经定格");
  expect_refused(set(year, kTask, "off", "现场检查", reporter()), ValueRefusal::not_allowed, "只有专班办公室");
  expect_refused(set(year, kTask, "off", "现场检查", office("gongxin")), ValueRefusal::not_allowed, "本单位牵头");
  year.assign("shengtai");
  expect_refused(set(year, kValue, "off", "现场检查", office("shengtai")), ValueRefusal::not_allowed, "其他单位");
}

TEST(ALight, OfAMonthMayBeSetUntilTheNextMonthsDueDate) {
  IndicatorYear year;
  const actions::LightKey july{LightObject::task, 1, {2020, 7}};
  EXPECT_TRUE(set(year, july, "off", "现场检查", office("zhengfuban"), {2020, 9, 7}));
  expect_refused(set(year, july, "", "已整改", office("zhengfuban"), {2020, 9, 8}), ValueRefusal::wrong_state, "定格");
}

}  // namespace
}  // namespace sjsz::test
