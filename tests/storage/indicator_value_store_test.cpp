#include "storage/indicator_value_store.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "storage/indicator_setting_store.h"
#include "storage/light_override_store.h"
#include "storage/test_database.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Decimal number(const char* text) { return Decimal::parse(text).value(); }
IndicatorPeriod period(const char* text) { return read_indicator_period(text).value(); }
Instant on(int day) { return business_instant({2020, 9, day}, std::chrono::hours(9)); }

IndicatorValue value(int seq, const char* of, const char* amount) {
  IndicatorValue one;
  one.seq = {seq};
  one.period = period(of);
  one.state = ReportState::draft;
  one.text = {number(amount), "区统计局", ValueNature::final, "更正"};
  return one;
}

ValueRevision waiting(int number_, const char* amount) {
  ValueRevision one;
  one.number = number_;
  one.text = {number(amount), "区统计局", ValueNature::provisional, ""};
  one.submitted_at = on(3);
  one.submitted_by = "王工";
  return one;
}

TEST(IndicatorValues, AreReadAsTheyWereWrittenByNumberAndPeriod) {
  TestDatabase db;
  db->write([](Writer& writer) {
    set_indicator_value(writer, 2020, value(6, "2020-08", "14.10"), {on(3), "王工"});
    set_indicator_value(writer, 2020, value(6, "2020-07", "12.9"), {on(2), "王工"});
    set_indicator_value(writer, 2020, value(4, "2020-Q2", "-0.50"), {on(1), "王工"});
    set_indicator_value(writer, 2021, value(6, "2021", "7"), {on(1), "王工"});
  });
  std::vector<std::string> found;
  for (const auto& one : list_indicator_values(*db->reader(), 2020)) {
    found.push_back(std::to_string(one.seq.value) + " " + to_string(one.period) + " " + one.text.amount.to_string());
  }
  EXPECT_THAT(found, ElementsAre("4 2020-Q2 -0.50", "6 2020-07 12.9", "6 2020-08 14.10"));
  const auto one = find_indicator_value(*db->reader(), 2020, {6}, period("2020-08"));
  ASSERT_TRUE(one);
  EXPECT_EQ(one->version, 1);
  EXPECT_EQ(one->state, ReportState::draft);
  EXPECT_EQ(one->text, value(6, "2020-08", "14.10").text);
  EXPECT_EQ(one->changed_at, on(3));
  EXPECT_EQ(one->changed_by, "王工");
  EXPECT_FALSE(find_indicator_value(*db->reader(), 2020, {6}, period("2020-06")));
}

TEST(IndicatorValues, AreOneForEachPeriodAndGrowTheirVersion) {
  TestDatabase db;
  db->write([](Writer& writer) {
    auto one = set_indicator_value(writer, 2020, value(6, "2020-08", "14.10"), {on(3), "王工"});
    one.state = ReportState::submitted;
    one.text.amount = number("14.2");
    const auto again = set_indicator_value(writer, 2020, one, {on(4), "李主任"});
    EXPECT_EQ(again.id, one.id);
    EXPECT_EQ(again.version, 2);
  });
  const auto values = list_indicator_values(*db->reader(), 2020, {6});
  ASSERT_EQ(values.size(), 1u);
  EXPECT_EQ(values[0].text.amount.to_string(), "14.2");
  EXPECT_EQ(values[0].changed_by, "李主任");
}

TEST(IndicatorValues, KeepTheirRevisionsAndWhatWasDecided) {
  TestDatabase db;
  db->write([](Writer& writer) {
    const auto one = set_indicator_value(writer, 2020, value(6, "2020-08", "14.10"), {on(3), "王工"});
    auto first = waiting(1, "14.0");
    insert_value_revision(writer, one.id, first);
    first.outcome = RevisionOutcome::returned;
    first.decided_at = on(4);
    first.decided_by = "李主任";
    first.comment = "请核对";
    decide_value_revision(writer, one.id, first);
    insert_value_revision(writer, one.id, waiting(2, "14.10"));
  });
  const auto revisions = list_indicator_values(*db->reader(), 2020)[0].revisions;
  ASSERT_EQ(revisions.size(), 2u);
  EXPECT_EQ(revisions[0].text.amount.to_string(), "14.0");
  EXPECT_EQ(revisions[0].outcome, RevisionOutcome::returned);
  EXPECT_EQ(revisions[0].decided_at, on(4));
  EXPECT_EQ(revisions[0].comment, "请核对");
  EXPECT_EQ(revisions[1].outcome, RevisionOutcome::waiting);
  EXPECT_EQ(revisions[1].decided_at, std::nullopt);
  EXPECT_EQ(revisions[1].submitted_by, "王工");
}

TEST(IndicatorValues, KeepSecondValuesAndTakeOneOpenOneAtATime) {
  TestDatabase db;
  Dispute dispute{1, number("15.30"), "区发改局核查", "口径不同", on(5), "赵工", DisputeOutcome::open, {}, "", ""};
  db->write([&](Writer& writer) {
    const auto one = set_indicator_value(writer, 2020, value(6, "2020-08", "14.10"), {on(3), "王工"});
    insert_dispute(writer, one.id, dispute);
    auto second = dispute;
    second.number = 2;
    EXPECT_ANY_THROW(insert_dispute(writer, one.id, second));
    dispute.outcome = DisputeOutcome::kept;
    dispute.decided_at = on(6);
    dispute.decided_by = "李主任";
    dispute.decision = "以统计局为准";
    decide_dispute(writer, one.id, dispute);
    insert_dispute(writer, one.id, second);
  });
  const auto disputes = list_indicator_values(*db->reader(), 2020)[0].disputes;
  ASSERT_EQ(disputes.size(), 2u);
  EXPECT_EQ(disputes[0].amount.to_string(), "15.30");
  EXPECT_EQ(disputes[0].outcome, DisputeOutcome::kept);
  EXPECT_EQ(disputes[0].decision, "以统计局为准");
  EXPECT_EQ(disputes[1].outcome, DisputeOutcome::open);
}

TEST(IndicatorValues, AreListedByAFixedNumberOfStatements) {
  const auto statements = [](int values) {
    TestDatabase db;
    db->write([&](Writer& writer) {
      for (int seq = 1; seq <= values; ++seq) {
        const auto one = set_indicator_value(writer, 2020, value(seq, "2020-08", "1"), {on(3), "王工"});
        insert_value_revision(writer, one.id, waiting(1, "1"));
      }
    });
    auto reader = db->reader();
    const auto before = reader->statements_run();
    EXPECT_EQ(list_indicator_values(*reader, 2020).size(), static_cast<std::size_t>(values));
    return reader->statements_run() - before;
  };
  EXPECT_EQ(statements(100), statements(10));
}

TEST(Judgements, OfOnePeriodStandInTheOrderInWhichTheyWereMade) {
  TestDatabase db;
  db->write([](Writer& writer) {
    insert_judgement(writer, 2020, {{3}, period("2020-Q2"), IndicatorStatus::on_pace, "一", on(1), "李主任"});
    insert_judgement(writer, 2020, {{3}, period("2020-Q2"), IndicatorStatus::behind, "二", on(2), "李主任"});
    insert_judgement(writer, 2020, {{3}, period("2020-Q1"), IndicatorStatus::off, "三", on(3), "李主任"});
  });
  std::vector<std::string> reasons;
  for (const auto& one : list_judgements(*db->reader(), 2020)) {
    reasons.push_back(to_string(one.period) + " " + std::string(to_code(one.status)) + " " + one.reason);
  }
  EXPECT_THAT(reasons, ElementsAre("2020-Q1 off 三", "2020-Q2 on_pace 一", "2020-Q2 behind 二"));
}

TEST(IndicatorSettings, AreKeptChangeByChange) {
  TestDatabase db;
  db->write([](Writer& writer) {
    insert_indicator_setting(writer, 2020, {{6}, IndicatorSetting::lag, "1", {2020, 3}, "统计局次月发布", on(1), "李"});
    insert_indicator_setting(writer, 2020, {{6}, IndicatorSetting::lag, "2", {2020, 1}, "再晚一个月", on(2), "李"});
    insert_indicator_setting(writer, 2020, {{6}, IndicatorSetting::unit, "", {2020, 1}, "改由专班录入", on(2), "李"});
  });
  std::vector<std::string> changes;
  for (const auto& one : list_indicator_settings(*db->reader(), 2020)) {
    changes.push_back(std::string(to_code(one.key)) + "=" + one.value + " " + to_string(one.from) + " " + one.reason);
  }
  EXPECT_THAT(changes,
              ElementsAre("lag=1 2020-03 统计局次月发布", "lag=2 2020-01 再晚一个月", "unit= 2020-01 改由专班录入"));
  EXPECT_THAT(list_indicator_settings(*db->reader(), 2021), IsEmpty());
}

TEST(Overrides, CountFromWhenTheyWereMadeUntilTheLightIsGivenBack) {
  TestDatabase db;
  db->write([](Writer& writer) {
    insert_light_change(writer, 2020, {LightObject::task, 9, {2020, 8}, "off", "现场检查", on(3), "李"});
    insert_light_change(writer, 2020, {LightObject::task, 9, {2020, 8}, std::nullopt, "已整改", on(5), "李"});
    insert_light_change(writer, 2020, {LightObject::indicator, 9, {2020, 8}, "behind", "待核", on(3), "李"});
  });
  const auto changes = list_light_changes(*db->reader(), 2020);
  const auto at = [&](LightObject object, const Month& month, int day) {
    const auto found = find_override(changes, object, 9, month, on(day));
    return found ? *found->light + " " + found->reason : "";
  };
  EXPECT_EQ(at(LightObject::task, {2020, 8}, 2), "");
  EXPECT_EQ(at(LightObject::task, {2020, 8}, 4), "off 现场检查");
  EXPECT_EQ(at(LightObject::task, {2020, 8}, 6), "");
  EXPECT_EQ(at(LightObject::task, {2020, 9}, 4), "") << "of one month alone";
  EXPECT_EQ(at(LightObject::indicator, {2020, 8}, 9), "behind 待核");
}

}  // namespace
}  // namespace sjsz::test
