#include <gmock/gmock.h>

#include <SQLiteCpp/Exception.h>

#include "storage/calendar_store.h"
#include "storage/indicator_store.h"
#include "storage/install_store.h"
#include "storage/plan_book_query.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

void store(Writer& db, const PlanYear& one) {
  insert_plan(db, one.plan);
  insert_indicators(db, one.plan.year, one.indicators);
  insert_tasks(db, one.plan.year, one.tasks);
}

void store(Db& db, const PlanBook& book) {
  db.write([&](Writer& writer) {
    set_units(writer, book.units);
    set_calendar_days(writer, book.calendar.front().date.year, book.calendar);
    for (const auto& one : book.years) store(writer, one);
    set_current_year(writer, book.current_year);
  });
}

std::vector<std::string> codes(const std::vector<Unit>& units) {
  std::vector<std::string> list(units.size());
  std::transform(units.begin(), units.end(), list.begin(), [](const Unit& unit) { return unit.code.value; });
  return list;
}

template <class Action>
void expect_refused(Db& db, Action action) {
  const auto before = db.data_version();
  EXPECT_THROW(db.write(action), SQLite::Exception);
  EXPECT_EQ(db.data_version(), before);
}

TEST(Plans, AreReadAsTheyWereWritten) {
  TestDatabase db;
  const auto written = sample_book().years[0].plan;
  store(*db, sample_book());
  const auto read = find_plan(*db->reader(), 2020).value();
  EXPECT_EQ(read.year, 2020);
  EXPECT_EQ(read.district, written.district);
  EXPECT_EQ(read.title, written.title);
  EXPECT_EQ(read.preamble, written.preamble);
  EXPECT_EQ(read.base_year, 2015);
  EXPECT_EQ(read.indicator_title, written.indicator_title);
  EXPECT_EQ(read.indicator_name_heading, written.indicator_name_heading);
  EXPECT_EQ(read.indicator_target_heading, written.indicator_target_heading);
  EXPECT_EQ(read.indicator_note, written.indicator_note);
  EXPECT_EQ(read.indicator_article.value, 2);
  EXPECT_EQ(read.closing, written.closing);
  EXPECT_EQ(read.annex_mark, written.annex_mark);
  EXPECT_EQ(read.annex_title, written.annex_title);
  EXPECT_THAT(read.annex_headings, ElementsAre("序号", "工作任务", "责任部门"));
  ASSERT_EQ(read.chapters.size(), 2u);
  EXPECT_EQ(read.chapters[1].number, 2);
  EXPECT_EQ(read.chapters[1].title, "组织保障");
  ASSERT_EQ(read.chapters[0].articles.size(), 2u);
  ASSERT_EQ(read.chapters[1].articles.size(), 1u);
  EXPECT_EQ(read.chapters[0].articles[0].text, "第一段\n第二段");
  EXPECT_EQ(read.chapters[1].articles[0].number.value, 3);
  EXPECT_EQ(read.chapters[1].articles[0].title, "加强组织领导");
}

TEST(Plans, OfAYearThatIsNotThereAreNotFound) {
  TestDatabase db;
  store(*db, sample_book());
  auto reader = db->reader();
  EXPECT_FALSE(find_plan(*reader, 2021));
  EXPECT_THAT(list_tasks(*reader, 2021), IsEmpty());
  EXPECT_THAT(list_indicators(*reader, 2021), IsEmpty());
}

TEST(Plans, HaveAHeadingThatIsFoundWithoutTheirText) {
  TestDatabase db;
  store(*db, sample_book());
  auto reader = db->reader();
  const auto heading = find_plan_heading(*reader, 2020).value();
  EXPECT_EQ(reader->statements_run(), 2u);  // with the one that asks whether the database changed
  EXPECT_EQ(heading.title, "工作方案");
  EXPECT_THAT(heading.chapters, IsEmpty());
  EXPECT_FALSE(find_plan_heading(*reader, 2021));
}

TEST(Plans, MayHaveNoIndicatorTable) {
  TestDatabase db;
  auto book = sample_book();
  book.years[0].plan.indicator_article = {0};
  store(*db, book);
  EXPECT_EQ(find_plan(*db->reader(), 2020)->indicator_article.value, 0);
}

TEST(Plans, OfSeveralYearsStandSideBySideAndOneIsCurrent) {
  TestDatabase db;
  store(*db, sample_book(2020));
  db->write([&](Writer& writer) { store(writer, sample_book(2021).years[0]); });
  EXPECT_THAT(list_plan_years(*db->reader()), ElementsAre(2020, 2021));
  EXPECT_EQ(find_current_year(*db->reader()), 2020);
  db->write([&](Writer& writer) { set_current_year(writer, 2021); });
  EXPECT_EQ(find_current_year(*db->reader()), 2021);
  EXPECT_EQ(list_plans(*db->reader()).size(), 2u);
}

TEST(Plans, GoWithAllThatIsOfTheirYear) {
  TestDatabase db;
  store(*db, sample_book(2020));
  db->write([&](Writer& writer) { store(writer, sample_book(2021).years[0]); });
  db->write([&](Writer& writer) { delete_plan(writer, 2020); });
  const auto book = find_plan_book(*db->reader());
  ASSERT_EQ(book.years.size(), 1u);
  EXPECT_EQ(book.years[0].plan.year, 2021);
  EXPECT_EQ(book.years[0].tasks.size(), 2u);
  EXPECT_EQ(book.current_year, 0);
}

TEST(Plans, CanBeReplacedWithinATransaction) {
  TestDatabase db;
  store(*db, sample_book());
  db->write([&](Writer& writer) {
    delete_plan(writer, 2020);
    store(writer, sample_book(2020, 5).years[0]);
  });
  EXPECT_EQ(list_tasks(*db->reader(), 2020).size(), 5u);
}

TEST(Indicators, AreReadAsTheyWereWritten) {
  TestDatabase db;
  store(*db, sample_book());
  const auto read = list_indicators(*db->reader(), 2020);
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].seq.value, 1);
  EXPECT_EQ(read[0].category, "能源结构");
  EXPECT_EQ(read[0].name, "煤炭消费总量(万吨)");
  EXPECT_EQ(read[0].short_name, "煤炭消费总量");
  EXPECT_EQ(read[0].unit, "万吨");
  EXPECT_EQ(read[0].target_text, "20.2382");
  EXPECT_EQ(read[0].target->to_string(), "20.2382");
  EXPECT_EQ(read[0].second_target->to_string(), "40.00");
  EXPECT_EQ(read[0].second_target_unit, "%");
  EXPECT_EQ(read[0].kind, IndicatorKind::at_most_total);
  EXPECT_EQ(read[0].base_year, 2015);
  EXPECT_TRUE(read[0].seasonal);
  EXPECT_EQ(read[0].rhythm, Rhythm::month);
  EXPECT_EQ(read[0].second_threshold, 98);
  EXPECT_EQ(read[1].kind, IndicatorKind::monitored);
  EXPECT_FALSE(read[1].target);
  EXPECT_FALSE(read[1].second_target);
  EXPECT_FALSE(read[1].seasonal);
  EXPECT_EQ(read[1].rhythm, Rhythm::year);
}

TEST(Tasks, AreReadAsTheyWereWrittenInTheOrderOfTheAnnex) {
  TestDatabase db;
  store(*db, sample_book(2020, 12));
  const auto read = list_tasks(*db->reader(), 2020);
  ASSERT_EQ(read.size(), 12u);
  for (int seq = 1; seq <= 12; ++seq) EXPECT_EQ(read[seq - 1].seq.value, seq);
  const auto& last = read.back();
  EXPECT_EQ(last.label, "压减煤炭");
  EXPECT_EQ(last.text, "供电煤耗低于310克/千瓦时。");
  EXPECT_EQ(last.responsible_text, "区工信局牵头，各街道办事处配合");
  EXPECT_THAT(last.articles, ElementsAre(ArticleNumber{3}, ArticleNumber{1}));
  ASSERT_EQ(last.assignments.size(), 2u);
  EXPECT_EQ(last.assignments[0].unit.value, "jiedao");
  EXPECT_EQ(last.assignments[0].role, Role::support);
  EXPECT_EQ(last.assignments[1].role, Role::lead);
  ASSERT_EQ(last.requirements.size(), 2u);
  const auto& number = last.requirements[0];
  EXPECT_EQ(number.key, "coal_use");
  EXPECT_EQ(number.text, "供电煤耗");
  EXPECT_EQ(number.sentence, "供电煤耗低于310克/千瓦时。");
  EXPECT_EQ(number.kind, RequirementKind::level);
  EXPECT_EQ(number.type, ValueType::number);
  EXPECT_EQ(number.comparison, Comparison::below);
  EXPECT_EQ(number.unit, "克/千瓦时");
  EXPECT_EQ(number.target->to_string(), "310");
  EXPECT_EQ(number.date, (Date{2020, 12, 31}));
  EXPECT_EQ(last.requirements[1].type, ValueType::yes_no);
  EXPECT_FALSE(last.requirements[1].target);
  EXPECT_FALSE(last.requirements[1].date);
}

TEST(Units, AreListedInOfficialOrder) {
  TestDatabase db;
  store(*db, sample_book());
  const auto units = list_units(*db->reader());
  EXPECT_THAT(codes(units), ElementsAre("gongxin", "jiedao"));
  EXPECT_EQ(units[1].name, "各街道办事处");
  EXPECT_TRUE(units[1].group);
  EXPECT_TRUE(units[1].active);
  EXPECT_EQ(find_unit(*db->reader(), {"jiedao"})->name, "各街道办事处");
  EXPECT_FALSE(find_unit(*db->reader(), {"nobody"}));
}

TEST(Units, OfABookComeBeforeThoseItDoesNotName) {
  TestDatabase db;
  store(*db, sample_book());
  db->write([](Writer& writer) {
    set_units(writer, {{{"keji"}, "区科技局", false, true}, {{"jiedao"}, "街道", false, false}});
  });
  const auto units = list_units(*db->reader());
  EXPECT_THAT(codes(units), ElementsAre("keji", "jiedao", "gongxin"));
  EXPECT_EQ(units[1].name, "街道");
  EXPECT_FALSE(units[1].group);
  EXPECT_TRUE(units[1].active) << "whether a unit is active is the office's to say, not a file's";
}

TEST(CalendarDays, OfOneYearAreReplacedAndOthersStay) {
  TestDatabase db;
  const CalendarDay new_year{{2021, 1, 1}, false, "元旦"}, old{{2020, 10, 1}, false, "国庆节"},
      worked{{2020, 9, 27}, true, "国庆节"};
  db->write([&](Writer& writer) {
    set_calendar_days(writer, 2021, {new_year});
    set_calendar_days(writer, 2020, {old});
  });
  db->write([&](Writer& writer) { set_calendar_days(writer, 2020, {worked}); });
  const auto days = list_calendar_days(*db->reader());
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(days[0].date, worked.date);
  EXPECT_TRUE(days[0].works);
  EXPECT_EQ(days[0].name, "国庆节");
  EXPECT_EQ(days[1].date, new_year.date);
  expect_refused(*db, [&](Writer& writer) { set_calendar_days(writer, 2020, {new_year}); });
}

TEST(Settings, AreSetAndSetAnew) {
  TestDatabase db;
  EXPECT_FALSE(find_setting(*db->reader(), "public_pages"));
  db->write([](Writer& writer) { set_setting(writer, "public_pages", "no"); });
  db->write([](Writer& writer) { set_setting(writer, "public_pages", ""); });
  EXPECT_EQ(find_setting(*db->reader(), "public_pages"), "");
}

TEST(Install, HasAnIdOfItsOwnAndIsADemonstrationForGood) {
  TestDatabase db;
  const auto install = find_install(*db->reader());
  EXPECT_EQ(install.id.size(), 16u);
  EXPECT_THAT(install.made_at, testing::EndsWith("Z"));
  EXPECT_FALSE(install.demonstration);
  db->write(set_demonstration);
  EXPECT_TRUE(find_install(*db->reader()).demonstration);
  TemporaryFolder other;
  Db second(other.path(), Db::Lock::server, migrations());
  EXPECT_NE(find_install(*second.reader()).id, install.id);
}

// Each statement is one that rules further up refuse already; the tables refuse it too.
TEST(Tables, RefuseWhatNoPlanMayHold) {
  TestDatabase db;
  store(*db, sample_book());
  for (const char* sql : {
           "INSERT INTO unit VALUES ('Gongxin', 9, '局', 0, 1)",
           "INSERT INTO unit VALUES ('1gong', 9, '局', 0, 1)",
           "INSERT INTO unit VALUES ('g', 9, '局', 0, 1)",
           "INSERT INTO unit VALUES ('keji', 1, '局', 0, 1)",
           "INSERT INTO unit VALUES ('keji', 9, '', 0, 1)",
           "INSERT INTO unit VALUES ('keji', 'nine', '局', 0, 1)",
           "UPDATE unit SET is_group = 2",
           "UPDATE plan SET year = 1899",
           "UPDATE plan SET title = ''",
           "INSERT INTO chapter VALUES (2021, 1, '总体要求')",
           "INSERT INTO chapter VALUES (2020, 1, '又一章')",
           "INSERT INTO article VALUES (2020, 9, 7, '', '')",
           "INSERT INTO article VALUES (2020, 1, 2, '', '')",
           "UPDATE indicator SET kind = 'unknown'",
           "UPDATE indicator SET rhythm = 'week'",
           "UPDATE indicator SET target = '1e400'",
           "UPDATE indicator SET target = 20.2382",
           "UPDATE indicator SET second_threshold = 101",
           "UPDATE indicator SET target = '5' WHERE kind = 'monitored'",
           "UPDATE task SET seq = 0",
           "UPDATE task SET text = ''",
           "INSERT INTO task_article VALUES (2020, 9, 1, 1)",
           "INSERT INTO task_article VALUES (2020, 1, 3, 3)",
           "UPDATE task_article SET article = 19",
           "UPDATE assignment SET unit = 'nobody'",
           "INSERT INTO assignment VALUES (2020, 1, 3, 'gongxin', 'joint')",
           "UPDATE assignment SET role = 'boss'",
           "DELETE FROM unit",
           "UPDATE requirement SET kind = 'sometimes'",
           "UPDATE requirement SET day = '2020-02-30'",
           "UPDATE requirement SET day = 'soon'",
           "UPDATE requirement SET value_type = 'yes_no'",
           "UPDATE requirement SET target = '1' WHERE value_type = 'yes_no'",
           "UPDATE requirement SET key = 'same'",
           "UPDATE calendar_day SET day = '2020-02-30'",
           "UPDATE calendar_day SET day = '2021-01-01'",
           "UPDATE calendar_day SET works = 3",
           "INSERT INTO setting VALUES ('', 'x')",
           "INSERT INTO setting VALUES ('x', NULL)",
           "INSERT INTO install VALUES (1, zeroblob(16), '', 0)",
           "INSERT INTO install VALUES (2, zeroblob(16), '', 0)",
           "UPDATE install SET install_id = zeroblob(15)",
           "UPDATE install SET demonstration = 2",
       }) {
    SCOPED_TRACE(sql);
    expect_refused(*db, [&](Writer& writer) { writer.query(sql).run(); });
  }
}

TEST(Plans, CannotHaveTwoCurrentYears) {
  TestDatabase db;
  store(*db, sample_book(2020));
  db->write([&](Writer& writer) { store(writer, sample_book(2021).years[0]); });
  expect_refused(*db, [](Writer& writer) { writer.query("UPDATE plan SET is_current = 1").run(); });
}

std::uint64_t statements_for(int tasks, const std::function<void(Reader&)>& read) {
  TestDatabase db;
  store(*db, sample_book(2020, tasks));
  auto reader = db->reader();
  read(*reader);
  return reader->statements_run();
}

TEST(Statements, AreAsManyForAHundredRowsAsForTen) {
  const auto tasks = [](Reader& db) { EXPECT_GE(list_tasks(db, 2020).size(), 10u); };
  EXPECT_EQ(statements_for(10, tasks), 5u);  // with the one that asks whether the database changed
  EXPECT_EQ(statements_for(100, tasks), 5u);
  const auto everything = [](Reader& db) { EXPECT_GE(find_plan_book(db).years[0].tasks.size(), 10u); };
  EXPECT_EQ(statements_for(10, everything), statements_for(100, everything));
}

TEST(Statements, AreAsManyForThreeYearsAsForOne) {
  TestDatabase db;
  store(*db, sample_book(2020));
  const auto count = [&](std::size_t years) {
    auto reader = db->reader();
    const auto before = reader->statements_run();
    EXPECT_EQ(find_plan_book(*reader).years.size(), years);
    return reader->statements_run() - before;
  };
  const auto of_one = count(1);
  for (const int year : {2021, 2022}) db->write([&](Writer& writer) { store(writer, sample_book(year).years[0]); });
  EXPECT_EQ(count(3), of_one);
}

TEST(Recalled, IsWhatWasReadUntilTheDatabaseChanges) {
  TestDatabase db;
  store(*db, sample_book(2020));
  const auto statements = [&](const char* title) {
    auto reader = db->reader();
    const auto before = reader->statements_run();
    EXPECT_EQ(find_plan(*reader, 2020)->title, title);
    return reader->statements_run() - before;
  };
  EXPECT_GT(statements("工作方案"), 1u);
  EXPECT_EQ(statements("工作方案"), 1u);
  db->write([](Writer& writer) { writer.query("UPDATE plan SET title = '新方案'").run(); });
  EXPECT_GT(statements("新方案"), 1u);
}

TEST(Recalled, IsNothingForAWriterWhoSeesItsOwnChanges) {
  TestDatabase db;
  store(*db, sample_book(2020));
  db->write([](Writer& writer) {
    EXPECT_EQ(find_plan(writer, 2020)->title, "工作方案");
    writer.query("UPDATE plan SET title = '新方案'").run();
    EXPECT_EQ(find_plan(writer, 2020)->title, "新方案");
  });
}

TEST(Recalled, IsOfTheStateThatTheReaderBeganWith) {
  TestDatabase db;
  store(*db, sample_book(2020));
  auto reader = db->reader();
  EXPECT_EQ(find_plan(*reader, 2020)->title, "工作方案");
  db->write([](Writer& writer) { writer.query("UPDATE plan SET title = '新方案'").run(); });
  EXPECT_EQ(find_plan(*reader, 2020)->title, "工作方案");
  EXPECT_EQ(list_tasks(*reader, 2020).size(), list_tasks(*db->reader(), 2020).size());
  EXPECT_EQ(find_plan(*db->reader(), 2020)->title, "新方案");
}

}  // namespace
}  // namespace sjsz::test
