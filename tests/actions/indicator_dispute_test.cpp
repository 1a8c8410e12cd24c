#include "actions/indicator_dispute.h"

#include <gmock/gmock.h>

#include "actions/indicator_year.h"

namespace sjsz::test {
namespace {

using actions::ValueRefusal;
using testing::HasSubstr;
using Done = tl::expected<void, ValueRefusal>;

const actions::RawDispute kSecond{"15.30", "区发改局核查", "口径不同"};

Done raise(IndicatorYear& year, const actions::RawDispute& raw = kSecond, const Visitor& visitor = reporter()) {
  return year->write(
      [&](Writer& db) { return actions::raise_dispute(db, actor(), visitor, kCoal, period("2020-08"), raw); });
}

Done decide(IndicatorYear& year, DisputeOutcome outcome, const char* why = "以统计局为准",
            const Visitor& visitor = office("zhengfuban")) {
  return year->write([&](Writer& db) {
    return actions::decide_dispute(db, actor({2020, 9, 3}, 11), visitor, kCoal, period("2020-08"), outcome, why);
  });
}

void expect_refused(const Done& outcome, ValueRefusal::Why why, const std::string& reason) {
  ASSERT_FALSE(outcome) << reason;
  EXPECT_EQ(outcome.error().why, why);
  const auto& faults = outcome.error().faults;
  EXPECT_THAT(faults.empty() ? outcome.error().reason : faults[0].field + " " + faults[0].reason, HasSubstr(reason));
}

TEST(ADispute, StandsBesideTheValueUntilItIsDecidedAndAfterwards) {
  IndicatorYear year;
  year.record(typed("14.10"));
  ASSERT_TRUE(raise(year));
  EXPECT_EQ(year.counted(), "14.10");
  EXPECT_TRUE(counted_value(year.find(), on({2020, 9, 3}, 10))->disputed);
  ASSERT_TRUE(decide(year, DisputeOutcome::kept));
  EXPECT_EQ(year.counted(), "14.10");
  const auto dispute = year.find().disputes.at(0);
  EXPECT_EQ(dispute.amount.to_string(), "15.30");
  EXPECT_EQ(dispute.outcome, DisputeOutcome::kept);
  EXPECT_EQ(dispute.decision, "以统计局为准");
  EXPECT_EQ(dispute.raised_by, "王工");
  EXPECT_EQ(dispute.decided_by, "李主任");
  EXPECT_FALSE(counted_value(year.find(), on({2020, 9, 3}, 12))->disputed);
}

TEST(ADispute, ThatIsRightBecomesTheNewestRevision) {
  IndicatorYear year;
  year.record(typed("14.10"));
  raise(year);
  ASSERT_TRUE(decide(year, DisputeOutcome::replaced, "核查属实"));
  EXPECT_EQ(year.counted(), "15.30");
  const auto value = year.find();
  ASSERT_EQ(value.revisions.size(), 2u);
  EXPECT_EQ(value.revisions[1].text.reason, "数据异议成立：核查属实");
  EXPECT_EQ(value.revisions[1].text.source, "区发改局核查");
  EXPECT_EQ(value.version, 2);
  EXPECT_EQ(year.audit_rows().back(),
            R"(indicator.decide indicators/1/2020-08 {"version":2,"outcome":"replaced","reason":"核查属实"})");
}

TEST(ADispute, IsRefusedWithWhatIsWrong) {
  IndicatorYear year;
  expect_refused(raise(year), ValueRefusal::wrong_state, "还没有数值");
  year.record(typed("14.10"));
  expect_refused(raise(year, {"14.1", "来源", "理由"}), ValueRefusal::invalid, "value 与现有数值相同");
  expect_refused(raise(year, {"-1", "来源", "理由"}), ValueRefusal::invalid, "value 不能小于 0");
  expect_refused(raise(year, {"15", "", "理由"}), ValueRefusal::invalid, "source");
  expect_refused(raise(year, {"15", "来源", " "}), ValueRefusal::invalid, "reason");
  expect_refused(raise(year, kSecond, person(AccountRole::auditor)), ValueRefusal::not_allowed, "您的角色");
  expect_refused(decide(year, DisputeOutcome::kept), ValueRefusal::wrong_state, "没有待决定的异议");
  ASSERT_TRUE(raise(year, kSecond, person(AccountRole::leader)));
  expect_refused(raise(year), ValueRefusal::wrong_state, "已有一个异议");
  expect_refused(decide(year, DisputeOutcome::open), ValueRefusal::invalid, "outcome");
  expect_refused(decide(year, DisputeOutcome::kept, ""), ValueRefusal::invalid, "decision");
  expect_refused(decide(year, DisputeOutcome::kept, "好", reporter()), ValueRefusal::not_allowed, "只有专班办公室");
  year.assign("gongxin");
  expect_refused(decide(year, DisputeOutcome::kept, "好", office("gongxin")), ValueRefusal::not_allowed, "其他单位");
}

}  // namespace
}  // namespace sjsz::test
