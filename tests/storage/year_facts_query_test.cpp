#include "storage/year_facts_query.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "storage/indicator_setting_store.h"
#include "storage/indicator_store.h"
#include "storage/indicator_value_store.h"
#include "storage/light_override_store.h"
#include "storage/period_store.h"
#include "storage/plan_store.h"
#include "storage/report_past_query.h"
#include "storage/report_store.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Stamp at(int month, int day, const char* by = "王工") {
  return {business_instant({2020, month, day}, std::chrono::hours(9)), by};
}

void store_plan(Writer& writer, int tasks = 2) {
  const auto book = sample_book(2020, tasks);
  set_units(writer, book.units);
  insert_plan(writer, book.years[0].plan);
  insert_indicators(writer, 2020, book.years[0].indicators);
  insert_tasks(writer, 2020, book.years[0].tasks);
  set_setting(writer, "first_period", "2020-01");
}

ReportText text(WorkState state, const char* coal) {
  ReportText one;
  one.self_state = state;
  one.progress = "进展";
  one.requirements = {{"coal_use", coal}};
  return one;
}

// As actions do it: submitted and accepted with their events.
void submit(Writer& db, Report report, const Stamp& stamp) {
  report = set_report_submitted(db, std::move(report), stamp, false, "R1");
  insert_report_event(db, report.id, {stamp.at, stamp.by, "submit", report.revisions, {}, ""});
}

void insert_receipt(Writer& db) {
  db.query(R"(INSERT INTO receipt (id, month, unit, number, at, actor)
              VALUES ('R1', '2020-07', 'gongxin', 1, '2020-08-03T01:00:00.000Z', '王工'))")
      .run();
}

void store_report(Writer& db, int month, int task, const char* unit, WorkState state) {
  const ReportKey key{{2020, month}, TaskSeq{task}, {unit}};
  submit(db, insert_report(db, key, text(state, "312.5"), at(month + 1, 2)), at(month + 1, 3));
}

TEST(ThePastOfReports, IsThatOfLeadsWithWhatLightsAreMadeOf) {
  TestDatabase db;
  db->write([](Writer& writer) {
    store_plan(writer);
    insert_receipt(writer);
    store_report(writer, 7, 1, "gongxin", WorkState::behind);
    store_report(writer, 7, 1, "jiedao", WorkState::on_pace);                                           // supports
    insert_report(writer, {{2020, 8}, TaskSeq{1}, {"gongxin"}}, text(WorkState::done, "1"), at(9, 1));  // a draft
    insert_report(writer, {{2020, 8}, std::nullopt, {"gongxin"}}, text(WorkState::done, "1"), at(9, 1));
  });
  const auto pasts = list_report_pasts(*db->reader(), 2020);
  ASSERT_EQ(pasts.size(), 1u);
  EXPECT_EQ(pasts[0].report.key, (ReportKey{{2020, 7}, TaskSeq{1}, {"gongxin"}}));
  ASSERT_EQ(pasts[0].revisions.size(), 1u);
  EXPECT_EQ(pasts[0].revisions[0].text.self_state, WorkState::behind);
  EXPECT_EQ(pasts[0].revisions[0].text.requirements.at("coal_use"), "312.5");
  ASSERT_EQ(pasts[0].events.size(), 1u);
  EXPECT_EQ(pasts[0].events[0].verb, "submit");
  EXPECT_EQ(pasts[0].events[0].at, at(8, 3).at);
  EXPECT_THAT(list_report_pasts(*db->reader(), 2021), IsEmpty());
}

TEST(TheFactsOfAYear, HoldAllThatItsLightsAreMadeOf) {
  TestDatabase db;
  db->write([](Writer& writer) {
    store_plan(writer);
    insert_receipt(writer);
    store_report(writer, 7, 1, "gongxin", WorkState::behind);
    set_period_closed(writer, {2020, 7}, at(8, 20).at);
    set_period_due(writer, {2021, 1}, {{2021, 2, 9}, {2021, 2, 9}}, "春节");
    insert_exemption(writer, {{{2020, 6}, TaskSeq{2}, {"gongxin"}}, "停产"});
    insert_setting_change(writer, {"inspection_months", "11,12", Month{2020, 9}, "市局通知", at(9, 1).at, "李"});
    insert_light_change(writer, 2020, {LightObject::task, 2, {2020, 8}, "off", "现场检查", at(9, 1).at, "李"});
    insert_indicator_setting(writer, 2020, {{1}, IndicatorSetting::lag, "1", {2020, 1}, "次月", at(1, 1).at, "李"});
  });
  const auto facts = find_year_facts(*db->reader(), 2020);
  EXPECT_EQ(facts.indicators.size(), 2u);
  EXPECT_EQ(facts.tasks.size(), 2u);
  EXPECT_EQ(facts.units.size(), 2u);
  EXPECT_EQ(facts.rules.first, (Month{2020, 1}));
  EXPECT_EQ(facts.periods.at({2020, 7}).closed, at(8, 20).at);
  EXPECT_EQ(facts.periods.at({2021, 1}).due, (Date{2021, 2, 9}));
  EXPECT_EQ(facts.exemptions.at(0).key.period, (Month{2020, 6}));
  EXPECT_EQ(facts.overrides.size(), 1u);
  EXPECT_EQ(facts.settings.size(), 1u);
  EXPECT_THAT(facts.listed_months.at({}), ElementsAre(1, 2, 3, 10, 11, 12));
  EXPECT_THAT(facts.listed_months.at({2020, 9}), ElementsAre(11, 12));
  const auto july = stand_in(facts, {2020, 7}, at(9, 3).at);
  EXPECT_EQ(july.tasks.at({1}).light, TaskLight::behind);
  EXPECT_EQ(july.tasks.at({2}).light, TaskLight::off) << "two missing in a row of those owed";
}

TEST(TheFactsOfAYear, TakeAFixedNumberOfStatements) {
  const auto statements = [](int tasks, int months) {
    TestDatabase db;
    db->write([&](Writer& writer) {
      store_plan(writer, tasks);
      insert_receipt(writer);
      for (int month = 1; month <= months; ++month) {
        for (int task = 1; task <= tasks; ++task) store_report(writer, month, task, "gongxin", WorkState::on_pace);
      }
    });
    auto reader = db->reader();
    const auto before = reader->statements_run();
    EXPECT_EQ(find_year_facts(*reader, 2020).reports.size(), static_cast<std::size_t>(tasks * months));
    return reader->statements_run() - before;
  };
  EXPECT_EQ(statements(20, 8), statements(2, 1));
}

}  // namespace
}  // namespace sjsz::test
