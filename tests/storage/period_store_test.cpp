#include "storage/period_store.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "storage/calendar_store.h"
#include "storage/owed_query.h"
#include "storage/plan_book_query.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;

constexpr Month kAugust{2020, 8};

void store_plan(Db& db) {
  const auto book = sample_book();
  db.write([&](Writer& writer) {
    set_units(writer, book.units);
    insert_plan(writer, book.years[0].plan);
    insert_tasks(writer, 2020, book.years[0].tasks);
  });
}

void add_member(Db& db, const Unit& unit, const UnitCode& group) {
  db.write([&](Writer& writer) {
    auto units = list_units(writer);
    units.push_back(unit);
    set_units(writer, units);
    writer.query("INSERT INTO unit_member (unit, group_unit) VALUES (:unit, :group)")
        .bind(":unit", unit.code.value)
        .bind(":group", group.value)
        .run();
  });
}

std::string line_text(const OwedLine& line) {
  return line.key.unit.value + " " + (line.key.task ? std::to_string(line.key.task->value) : "narrative") + " " +
         (line.key.task ? std::string(to_code(line.role)) : "") + (line.exempt ? "exempt: " + line.exempt_reason : "");
}

TEST(PeriodRules, AreThoseOfProductUntilTheOfficeSetsThem) {
  TestDatabase db;
  const auto rules = find_period_rules(*db->reader());
  EXPECT_EQ(rules.first, std::nullopt);
  EXPECT_EQ(rules.due_day, 5);
}

TEST(PeriodRules, ComeFromSettingsAndCalendar) {
  TestDatabase db;
  db->write([](Writer& writer) {
    set_setting(writer, "first_period", "2020-01");
    insert_setting_change(writer, {"due_day", "8", Month{2020, 1}, "改期", Instant{}, "专班办公室"});
    set_calendar_days(writer, 2020, {{{2020, 9, 8}, false, "停"}});
  });
  const auto rules = find_period_rules(*db->reader());
  EXPECT_EQ(rules.first, (Month{2020, 1}));
  EXPECT_EQ(due_dates({kAugust}, rules), (DueDates{{2020, 9, 9}, {2020, 9, 9}}));
}

TEST(PeriodRules, HoldTheDaysOfSupportingLinesUntilTheyAreTakenBack) {
  TestDatabase db;
  db->write([](Writer& writer) {
    insert_setting_change(writer, {"supporting_due_day", "3", Month{2020, 6}, "先收配合", Instant{}, "专班办公室"});
    insert_setting_change(writer, {"supporting_due_day", "", Month{2020, 8}, "恢复", Instant{}, "专班办公室"});
  });
  const auto rules = find_period_rules(*db->reader());
  EXPECT_EQ(due_days({2020, 7}, rules).supporting, 3);
  EXPECT_EQ(due_days({2020, 8}, rules).supporting, 5);
}

TEST(Periods, KeepADateOfTheirOwnForSupportingLines) {
  TestDatabase db;
  db->write([](Writer& writer) { set_period_due(writer, kAugust, {{2020, 9, 7}, {2020, 9, 3}}, "日期不变"); });
  const auto period = find_period(*db->reader(), kAugust);
  EXPECT_EQ(period.due, (Date{2020, 9, 7}));
  EXPECT_EQ(period.supporting_due, (Date{2020, 9, 3}));
}

TEST(Periods, AreAsTheRulesSayUntilSomethingIsSet) {
  TestDatabase db;
  const auto period = find_period(*db->reader(), kAugust);
  EXPECT_EQ(period.month, kAugust);
  EXPECT_EQ(period.due, std::nullopt);
  EXPECT_EQ(period.closed, std::nullopt);
}

TEST(Periods, KeepDueDateAndCloseApart) {
  TestDatabase db;
  const auto closed = business_instant({2020, 9, 20}, std::chrono::hours(9));
  db->write([&](Writer& writer) {
    set_period_closed(writer, kAugust, closed);
    set_period_due(writer, kAugust, {{2020, 9, 10}, {2020, 9, 3}}, "系统停机");
    set_period_due(writer, kAugust, {{2020, 9, 11}, {2020, 9, 11}}, "再延一天");
  });
  EXPECT_EQ(find_period(*db->reader(), kAugust).due, (Date{2020, 9, 11}));
  EXPECT_EQ(find_period(*db->reader(), kAugust).closed, closed);
  db->write([&](Writer& writer) { set_period_closed(writer, kAugust, std::nullopt); });
  EXPECT_EQ(find_period(*db->reader(), kAugust).closed, std::nullopt);
  EXPECT_EQ(find_period(*db->reader(), kAugust).due, (Date{2020, 9, 11}));
}

TEST(Reopenings, AreOfOneUnitAndTheNewestCounts) {
  TestDatabase db;
  store_plan(*db);
  const auto first = business_instant({2020, 9, 21}, {}), second = business_instant({2020, 9, 25}, {});
  db->write([&](Writer& writer) {
    set_period_closed(writer, kAugust, first);
    set_reopening(writer, {kAugust, {"gongxin"}, "补报", first});
    set_reopening(writer, {kAugust, {"gongxin"}, "再补报", second});
  });
  const auto reopening = find_reopening(*db->reader(), kAugust, {"gongxin"}).value();
  EXPECT_EQ(reopening.reason, "再补报");
  EXPECT_EQ(reopening.expires, second);
  EXPECT_FALSE(find_reopening(*db->reader(), kAugust, {"jiedao"}));
}

TEST(Exemptions, AreOfOneLineAndMayBeTakenBack) {
  TestDatabase db;
  store_plan(*db);
  const ReportKey task{kAugust, TaskSeq{2}, {"gongxin"}}, narrative{kAugust, std::nullopt, {"gongxin"}};
  db->write([&](Writer& writer) {
    insert_exemption(writer, {task, "停产"});
    insert_exemption(writer, {narrative, "合并"});
  });
  EXPECT_THAT(list_exemptions(*db->reader(), kAugust),
              ElementsAre(testing::Field(&Exemption::key, narrative), testing::Field(&Exemption::key, task)));
  db->write([&](Writer& writer) { delete_exemption(writer, narrative); });
  EXPECT_THAT(list_exemptions(*db->reader(), kAugust), ElementsAre(testing::Field(&Exemption::reason, "停产")));
  EXPECT_TRUE(list_exemptions(*db->reader(), {2020, 7}).empty());
}

TEST(OwedLines, AreThoseOfPlanMembersAndExemptions) {
  TestDatabase db;
  store_plan(*db);
  add_member(*db, {{"yaojia"}, "姚家街道", false, true}, {"jiedao"});
  db->write([](Writer& writer) { insert_exemption(writer, {{kAugust, TaskSeq{2}, {"gongxin"}}, "停产"}); });
  std::vector<std::string> lines;
  for (const auto& line : list_owed(*db->reader(), kAugust)) lines.push_back(line_text(line));
  EXPECT_THAT(lines, ElementsAre("gongxin 1 lead", "gongxin 2 leadexempt: 停产", "gongxin narrative ",
                                 "yaojia 1 support", "yaojia 2 support", "yaojia narrative "));
}

// The same answer for each line by itself, whatever the units are.
void expect_each_line_alike(Db& db) {
  auto reader = db.reader();
  std::map<ReportKey, std::string> owed;
  for (const auto& line : list_owed(*reader, kAugust)) owed[line.key] = line_text(line);
  for (const auto& unit : list_units(*reader)) {
    for (const std::optional<TaskSeq> task : {std::optional<TaskSeq>{}, {{1}}, {{2}}, {{3}}}) {
      const ReportKey key{kAugust, task, unit.code};
      const auto line = find_owed(*reader, key);
      EXPECT_EQ(line ? line_text(*line) : "", owed[key]) << unit.code.value << " " << (task ? task->value : 0);
    }
  }
}

TEST(OwedLines, AreFoundOneByOneAsTheListHasThem) {
  TestDatabase db;
  store_plan(*db);
  expect_each_line_alike(*db);
  add_member(*db, {{"yaojia"}, "姚家街道", false, true}, {"jiedao"});
  db->write([](Writer& writer) { insert_exemption(writer, {{kAugust, std::nullopt, {"yaojia"}}, "合并"}); });
  expect_each_line_alike(*db);
  for (const char* unit : {"yaojia", "gongxin", "jiedao"}) {
    db->write([&](Writer& writer) {
      writer.query("UPDATE unit SET active = 0 WHERE code = :code").bind(":code", unit).run();
    });
    expect_each_line_alike(*db);
  }
}

TEST(OwedLines, FollowWhoIsActiveInTheirMonth) {
  TestDatabase db;
  store_plan(*db);
  db->write([](Writer& writer) {
    insert_unit_member(writer, {{"yaojia"}, "姚家街道"}, {"jiedao"}, {2020, 9});
    set_unit_active(writer, {"gongxin"}, false, {2020, 10});
  });
  const auto units_of = [&](const Month& month) {
    std::set<std::string> units;
    for (const auto& line : list_owed(*db->reader(), month)) units.insert(line.key.unit.value);
    return units;
  };
  EXPECT_THAT(units_of(kAugust), ElementsAre("gongxin", "jiedao"));
  EXPECT_THAT(units_of({2020, 9}), ElementsAre("gongxin", "yaojia"));
  EXPECT_THAT(units_of({2020, 10}), ElementsAre("yaojia"));
  EXPECT_FALSE(find_owed(*db->reader(), {kAugust, TaskSeq{1}, {"yaojia"}}));
  EXPECT_TRUE(find_owed(*db->reader(), {{2020, 9}, TaskSeq{1}, {"yaojia"}}));
  EXPECT_FALSE(find_owed(*db->reader(), {{2020, 9}, TaskSeq{1}, {"jiedao"}}));
  db->write([](Writer& writer) { set_unit_active(writer, {"yaojia"}, false, {2020, 9}); });
  EXPECT_THAT(units_of({2020, 9}), ElementsAre("gongxin", "jiedao"));
  expect_each_line_alike(*db);
}

TEST(Units, AMemberIsTheOfficesAndNotThePlans) {
  TestDatabase db;
  store_plan(*db);
  const auto before = find_plan_book(*db->reader()).units.size();
  db->write([](Writer& writer) { insert_unit_member(writer, {{"yaojia"}, "姚家街道"}, {"jiedao"}, kAugust); });
  EXPECT_EQ(find_plan_book(*db->reader()).units.size(), before);
  EXPECT_EQ(list_units(*db->reader()).size(), before + 1);
}

TEST(Leads, AreTheUnitsThatDoNotOnlySupportATaskAndTheMembersOfAGroup) {
  TestDatabase db;
  store_plan(*db);
  EXPECT_THAT(find_leads(*db->reader(), kAugust, {1}), ElementsAre(UnitCode{"gongxin"}));
  add_member(*db, {{"yaojia"}, "姚家街道", false, true}, {"gongxin"});
  EXPECT_THAT(find_leads(*db->reader(), kAugust, {1}), ElementsAre(UnitCode{"yaojia"}));
  EXPECT_TRUE(find_leads(*db->reader(), {2021, 8}, {1}).empty());
  add_member(*db, {{"dongguan"}, "东关街道", false, true}, {"gongxin"});
  db->write([](Writer& writer) { set_unit_active(writer, {"dongguan"}, false, kAugust); });
  EXPECT_THAT(find_leads(*db->reader(), kAugust, {1}), ElementsAre(UnitCode{"yaojia"})) << "not the group itself";
}

TEST(OwedLines, AreNoneInAYearWithoutPlan) {
  TestDatabase db;
  store_plan(*db);
  EXPECT_TRUE(list_owed(*db->reader(), {2021, 8}).empty());
  EXPECT_FALSE(find_owed(*db->reader(), {{2021, 8}, TaskSeq{1}, {"gongxin"}}));
}

}  // namespace
}  // namespace sjsz::test
