#include "actions/indicator_value.h"

#include <gmock/gmock.h>

#include "actions/indicator_year.h"
#include "domain/codes.h"
#include "storage/indicator_value_store.h"

namespace sjsz::test {
namespace {

using actions::ValueOutcome;
using actions::ValueRefusal;
using actions::Warnings;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class Outcome>
void expect_refused(const Outcome& outcome, ValueRefusal::Why why, const std::string& reason,
                    const std::string& field = "") {
  ASSERT_FALSE(outcome) << reason;
  EXPECT_EQ(outcome.error().why, why) << outcome.error().reason;
  if (field.empty()) {
    EXPECT_THAT(outcome.error().reason, HasSubstr(reason));
    return;
  }
  ASSERT_FALSE(outcome.error().faults.empty());
  EXPECT_EQ(outcome.error().faults[0].field, field);
  EXPECT_THAT(outcome.error().faults[0].reason, HasSubstr(reason));
}

TEST(AValueOfTheOffice, IsAcceptedAtOnceWithItsRevisionAndAuditRow) {
  IndicatorYear year;
  const auto outcome = year.record(typed("１４．１０"));
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->state, ReportState::accepted);
  EXPECT_EQ(outcome->version, 1);
  EXPECT_EQ(year.counted(), "14.10");
  const auto value = year.find();
  ASSERT_EQ(value.revisions.size(), 1u);
  EXPECT_EQ(value.revisions[0].outcome, RevisionOutcome::accepted);
  EXPECT_EQ(value.revisions[0].submitted_by, "李主任");
  EXPECT_EQ(value.text.source, "区统计局月报");
  EXPECT_THAT(year.audit_rows(), ElementsAre(R"(indicator.record indicators/1/2020-08 {"version":1,"to":"14.10"})"));
}

TEST(AValueOfTheOffice, IsCorrectedWithAReasonAndKeepsWhatItWas) {
  IndicatorYear year;
  year.record(typed("14.10"));
  expect_refused(year.record(typed("14.20"), 1), ValueRefusal::invalid, "更正请写明原因", "reason");
  const auto outcome = year.record(typed("14.20", "2020-08", "统计局修订"), 1);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->version, 2);
  EXPECT_EQ(year.counted(), "14.20");
  EXPECT_EQ(year.find().revisions.size(), 2u);
  EXPECT_EQ(year.find().revisions[0].text.amount.to_string(), "14.10");
  EXPECT_EQ(
      year.audit_rows().back(),
      R"(indicator.correct indicators/1/2020-08 {"version":2,"from":"14.10","to":"14.20","reason":"统计局修订"})");
}

TEST(AValueOfTheOffice, SentTwiceIsOneValue) {
  IndicatorYear year;
  year.record(typed("14.10"));
  const auto again = year.record(typed("14.10"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->version, 1);
  EXPECT_EQ(year.find().revisions.size(), 1u);
  EXPECT_EQ(year.audit_rows().size(), 1u);
}

TEST(AValueOfTheOffice, IsOneForEachPeriodAndRefusedToWhoSawAnOlderOne) {
  IndicatorYear year;
  year.record(typed("14.10"));
  expect_refused(year.record(typed("14.30")), ValueRefusal::invalid, "2020年8月已有数值 14.10", "period");
  year.record(typed("14.20", "2020-08", "统计局修订"), 1);
  expect_refused(year.record(typed("14.30", "2020-08", "再改"), 1), ValueRefusal::stale, "李主任");
  expect_refused(year.record(typed("12", "2020-07"), 3), ValueRefusal::stale, "还没有录入过");
  EXPECT_EQ(year.counted(), "14.20");
}

TEST(ARefusedValue, LeavesNothingBehind) {
  const struct {
    RawIndicatorValue raw;
    const char* field;
  } cases[] = {{typed("1e400"), "value"},         {typed("-1"), "value"},
               {typed("很多"), "value"},          {typed(""), "value"},
               {typed("1", "2019-12"), "period"}, {typed("1", "2020-09"), "period"},
               {typed("1", "2020-Q2"), "period"}, {typed("1", "2021-01"), "period"},
               {typed("1", "八月"), "period"},    {{"2020-08", "1", "", "final", ""}, "source"}};
  for (const auto& c : cases) {
    IndicatorYear year;
    expect_refused(year.record(c.raw), ValueRefusal::invalid, "", c.field);
    EXPECT_EQ(year.find().version, 0);
    EXPECT_THAT(year.audit_rows(), IsEmpty());
  }
}

TEST(AJumpOrAFall, AsksForAReasonAndDoesNotBlock) {
  const struct {
    const char* value;
    const char* warning;
  } cases[] = {{"141.0", "月均与上期相差超过 50 %"}, {"12.8", "累计数比上期小"}};
  for (const auto& c : cases) {
    IndicatorYear year;
    year.record(typed("12.9", "2020-07"));
    expect_refused(year.record(typed(c.value)), ValueRefusal::warned, c.warning, "value");
    EXPECT_EQ(year.counted(), "");
    const auto told = year.record(typed(c.value), 0, "zhengfuban", Warnings::pass);
    ASSERT_TRUE(told);
    ASSERT_EQ(told->warnings.size(), 1u);
    IndicatorYear other;
    other.record(typed("12.9", "2020-07"));
    EXPECT_TRUE(other.record(typed(c.value, "2020-08", "口径调整")));
  }
}

TEST(AValue, IsRecordedByTheOfficeAloneAndNeverForTheOwnUnit) {
  IndicatorYear year;
  const auto as = [&](const Visitor& visitor) {
    return year->write([&](Writer& db) {
      return actions::record_value(db, actor(), visitor, kCoal, typed("14.10"), 0, Warnings::ask);
    });
  };
  for (const auto& visitor :
       {reporter(), person(AccountRole::leader), person(AccountRole::admin), person(AccountRole::auditor)}) {
    expect_refused(as(visitor), ValueRefusal::not_allowed, "只有专班办公室");
  }
  year.assign("shengtai");
  expect_refused(as(office("shengtai")), ValueRefusal::not_allowed, "由其他单位的人员办理");
  EXPECT_TRUE(as(office("zhengfuban")));
}

TEST(AValueOfAUnit, GoesFromDraftOverSubmittedToAccepted) {
  IndicatorYear year;
  year.assign("gongxin");
  EXPECT_EQ(year.save(typed("14.10"))->state, ReportState::draft);
  EXPECT_EQ(year.counted(), "") << "a draft does not count";
  EXPECT_EQ(year.submit()->state, ReportState::submitted);
  EXPECT_EQ(year.counted(), "14.10") << "it counts, marked as not reviewed";
  EXPECT_EQ(year.accept()->state, ReportState::accepted);
  EXPECT_EQ(year.find().revisions[0].decided_by, "李主任");
  std::vector<std::string> actions;
  for (const auto& row : year.audit_rows()) actions.push_back(row.substr(0, row.find(' ')));
  EXPECT_THAT(actions, ElementsAre("indicator.setting", "indicator.save", "indicator.submit", "indicator.accept"));
}

TEST(AValueOfAUnit, IsReturnedWithAReasonAndSubmittedAgain) {
  IndicatorYear year;
  year.assign("gongxin");
  year.save(typed("14.10"));
  year.submit();
  expect_refused(year.send_back(""), ValueRefusal::invalid, "请写明退回的原因", "comment");
  EXPECT_EQ(year.send_back()->state, ReportState::returned);
  EXPECT_EQ(year.counted(), "") << "what was returned does not count";
  EXPECT_EQ(year.save(typed("14.30"))->state, ReportState::returned);
  EXPECT_EQ(year.submit()->state, ReportState::submitted);
  const auto revisions = year.find().revisions;
  ASSERT_EQ(revisions.size(), 2u);
  EXPECT_EQ(revisions[0].comment, "请核对");
  EXPECT_EQ(revisions[1].text.amount.to_string(), "14.30");
}

TEST(AValueOfAUnit, IsWithdrawnBeforeReviewAndCorrectedAfterIt) {
  IndicatorYear year;
  year.assign("gongxin");
  year.save(typed("14.10"));
  year.submit();
  EXPECT_EQ(year.withdraw()->state, ReportState::draft);
  EXPECT_EQ(year.counted(), "");
  year.submit();
  year.accept();
  expect_refused(year.save(typed("14.50")), ValueRefusal::invalid, "更正请写明原因", "reason");
  EXPECT_EQ(year.save(typed("14.50", "2020-08", "漏计一家"))->state, ReportState::draft);
  EXPECT_EQ(year.counted(), "14.10") << "until the correction is accepted";
  year.submit();
  EXPECT_EQ(year.counted(), "14.10");
  year.accept();
  EXPECT_EQ(year.counted(), "14.50");
}

TEST(AValueOfAUnit, IsNotEnteredByAnotherNorDecidedByItsOwn) {
  IndicatorYear year;
  expect_refused(year.save(typed("14.10")), ValueRefusal::not_allowed, "没有交由您的单位");
  year.assign("gongxin");
  year.save(typed("14.10"));
  expect_refused(year.submit({}, "shengtai"), ValueRefusal::not_allowed, "没有交由您的单位");
  year.submit();
  expect_refused(year.accept("gongxin"), ValueRefusal::not_allowed, "由其他单位的人员办理");
  expect_refused(year.send_back("不对", "gongxin"), ValueRefusal::not_allowed, "由其他单位的人员办理");
  EXPECT_TRUE(year.accept("shengtai"));
}

TEST(AValueOfAUnit, TakesInEachStateWhatThatStateAllows) {
  IndicatorYear year;
  year.assign("gongxin");
  expect_refused(year.submit(), ValueRefusal::wrong_state, "");
  expect_refused(year.accept(), ValueRefusal::wrong_state, "");
  year.save(typed("14.10"));
  expect_refused(year.accept(), ValueRefusal::wrong_state, "不是待审状态");
  expect_refused(year.submit(7), ValueRefusal::stale, "");
  year.submit();
  expect_refused(year.save(typed("14.20")), ValueRefusal::wrong_state, "已提交待审");
  expect_refused(year.record(typed("14.20"), 2), ValueRefusal::wrong_state, "请先审核");
  year.accept();
  expect_refused(year.accept(), ValueRefusal::wrong_state, "");
  expect_refused(year.withdraw(), ValueRefusal::wrong_state, "");
}

TEST(AnUnknownIndicator, IsRefused) {
  IndicatorYear year;
  expect_refused(year->write([](Writer& db) {
    return actions::record_value(db, actor(), office(), {2020, {9}}, typed("1"), 0, Warnings::ask);
  }),
                 ValueRefusal::not_allowed, "没有这项指标");
}

tl::expected<void, ValueRefusal> judge(IndicatorYear& year, const char* of, const char* status, const char* reason,
                                       actions::IndicatorKey key = kIndustry, const Visitor& visitor = office()) {
  return year->write(
      [&](Writer& db) { return actions::judge_qualitative(db, actor(), visitor, key, of, status, reason); });
}

TEST(AJudgement, IsMadeByTheOfficeForAPeriodWithAReason) {
  IndicatorYear year;
  ASSERT_TRUE(judge(year, "2020-Q2", "on_pace", "依据市局通报"));
  ASSERT_TRUE(judge(year, "2020-Q2", "behind", "市局更正"));
  const auto judgements = list_judgements(*year->reader(), 2020);
  ASSERT_EQ(judgements.size(), 2u);
  EXPECT_EQ(judgements[1].reason, "市局更正");
  EXPECT_EQ(year.audit_rows().back(),
            R"(indicator.judge indicators/3/2020-Q2 {"version":0,"judged_state":"behind","reason":"市局更正"})");
}

TEST(AJudgement, IsRefusedWithWhatIsWrong) {
  IndicatorYear year;
  expect_refused(judge(year, "2020-Q2", "met", "好"), ValueRefusal::invalid, "年内请判定为", "status");
  expect_refused(judge(year, "2020-Q2", "fine", "好"), ValueRefusal::invalid, "请选择", "status");
  expect_refused(judge(year, "2020-Q2", "on_pace", " "), ValueRefusal::invalid, "理由", "reason");
  expect_refused(judge(year, "2020-Q3", "on_pace", "好"), ValueRefusal::invalid, "还没有结束", "period");
  expect_refused(judge(year, "2020-06", "on_pace", "好"), ValueRefusal::invalid, "按季报送", "period");
  expect_refused(judge(year, "2020-08", "on_pace", "好", kCoal), ValueRefusal::not_allowed, "按数值判定");
  expect_refused(judge(year, "2020-08", "on_pace", "好", kRail), ValueRefusal::not_allowed, "按数值判定");
  expect_refused(judge(year, "2020-Q2", "on_pace", "好", kIndustry, reporter()), ValueRefusal::not_allowed, "");
  EXPECT_THAT(list_judgements(*year->reader(), 2020), IsEmpty());
  EXPECT_THAT(year.audit_rows(), IsEmpty());
}

}  // namespace
}  // namespace sjsz::test
