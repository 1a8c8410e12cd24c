#include "actions/import_plan.h"

#include <gmock/gmock.h>

#include "storage/plan_book_query.h"
#include "storage/plan_store.h"
#include "storage/task_store.h"
#include "storage/test_database.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Lines = std::vector<std::string>;

Lines import_book(Db& db, const PlanBook& book) {
  return db.write([&](Writer& writer) { return actions::import_plan(writer, {.via = "cli:tester"}, book); });
}

PlanYear& year(PlanBook& book) { return book.years[0]; }

TEST(Import, PutsAWholeBookIntoAnEmptyDatabase) {
  TestDatabase db;
  EXPECT_THAT(import_book(*db, sample_book()),
              ElementsAre("新增单位 gongxin（区工信局）", "新增单位 jiedao（各街道办事处）",
                          "新增 2020 年方案：2 项任务、2 项指标", "新增 2020 年日历：2 天", "当前年度：无 → 2020 年"));
  const auto book = find_plan_book(*db->reader());
  EXPECT_EQ(book.units.size(), 2u);
  EXPECT_EQ(book.calendar.size(), 2u);
  EXPECT_EQ(book.current_year, 2020);
  ASSERT_EQ(book.years.size(), 1u);
  EXPECT_EQ(book.years[0].indicators.size(), 2u);
  EXPECT_EQ(book.years[0].tasks[1].requirements.size(), 2u);
}

TEST(Import, OfWhatIsThereAlreadyChangesAndWritesNothing) {
  TestDatabase db;
  import_book(*db, sample_book());
  const auto before = db->data_version();
  EXPECT_THAT(import_book(*db, sample_book()), IsEmpty());
  EXPECT_EQ(db->data_version(), before);
  EXPECT_EQ(count_audit(*db->reader()), 1);
}

TEST(Import, AddsAYearAndLeavesTheOthers) {
  TestDatabase db;
  import_book(*db, sample_book(2020));
  auto next = sample_book(2021, 3);
  next.calendar.clear();
  next.current_year = 2020;
  EXPECT_THAT(import_book(*db, next), ElementsAre("新增 2021 年方案：3 项任务、2 项指标"));
  EXPECT_THAT(list_plan_years(*db->reader()), ElementsAre(2020, 2021));
  EXPECT_EQ(find_current_year(*db->reader()), 2020);
  EXPECT_EQ(find_plan_book(*db->reader()).calendar.size(), 2u);
  EXPECT_EQ(list_tasks(*db->reader(), 2020).size(), 2u);
}

TEST(Import, MakesTheYearOfTheFileCurrent) {
  TestDatabase db;
  import_book(*db, sample_book(2020));
  EXPECT_THAT(
      import_book(*db, sample_book(2021)),
      ElementsAre("新增 2021 年方案：2 项任务、2 项指标", "新增 2021 年日历：2 天", "当前年度：2020 年 → 2021 年"));
  EXPECT_EQ(find_current_year(*db->reader()), 2021);
}

TEST(Import, KeepsTheCurrentYearThatItReplaces) {
  TestDatabase db;
  import_book(*db, sample_book());
  EXPECT_THAT(import_book(*db, sample_book(2020, 3)), ElementsAre("2020 年方案：新增任务 3（压减煤炭）"));
  EXPECT_EQ(find_current_year(*db->reader()), 2020);
}

TEST(Import, SaysEachChangeOfAYear) {
  const struct {
    const char* line;
    void (*change)(PlanBook&);
  } cases[] = {
      {"2020 年方案：修改正文：标题（工作方案 → 新方案）", [](PlanBook& book) { year(book).plan.title = "新方案"; }},
      {"2020 年方案：修改正文：附件表头（序号，工作任务，责任部门 → 序号，工作任务，单位）",
       [](PlanBook& book) { year(book).plan.annex_headings[2] = "单位"; }},
      {"2020 年方案：修改正文：指标表位置（第 2 条后 → 第 3 条后）",
       [](PlanBook& book) { year(book).plan.indicator_article = {3}; }},
      {"2020 年方案：修改第 2 章：标题（组织保障 → 保障）",
       [](PlanBook& book) { year(book).plan.chapters[1].title = "保障"; }},
      {"2020 年方案：修改第 1 条：文字",
       [](PlanBook& book) { year(book).plan.chapters[0].articles[0].text += "\n第三段"; }},
      {"2020 年方案：修改指标 1：目标原文（20.2382 → 20.23820）",
       [](PlanBook& book) { year(book).indicators[0].target_text = "20.23820"; }},
      {"2020 年方案：修改指标 1：目标值（20.2382 → 20.23820）",
       [](PlanBook& book) { year(book).indicators[0].target = Decimal::parse("20.23820"); }},
      {"2020 年方案：修改指标 1：季节性（是 → 否）", [](PlanBook& book) { year(book).indicators[0].seasonal = false; }},
      {"2020 年方案：修改指标 1：报送频次（month → quarter）、第二阈值（98 → 90）",
       [](PlanBook& book) {
         year(book).indicators[0].rhythm = Rhythm::quarter;
         year(book).indicators[0].second_threshold = 90;
       }},
      {"2020 年方案：删除指标 2（铁路货运增加量）", [](PlanBook& book) { year(book).indicators.pop_back(); }},
      {"2020 年方案：修改任务 2：文字（供电煤耗低于310克/千瓦时。 → 供电煤耗低于300克/千瓦时。）",
       [](PlanBook& book) { year(book).tasks[1].text = "供电煤耗低于300克/千瓦时。"; }},
      {"2020 年方案：修改任务 2：对应条款（3、1 → 3）",
       [](PlanBook& book) { year(book).tasks[1].articles.pop_back(); }},
      {"2020 年方案：修改任务 2：分工",
       [](PlanBook& book) {
         std::swap(year(book).tasks[1].assignments[0].role, year(book).tasks[1].assignments[1].role);
       }},
      {"2020 年方案：修改任务 1：量化要求",
       [](PlanBook& book) { year(book).tasks[0].requirements[0].target = Decimal::parse("310.0"); }},
      {"修改单位 gongxin：名称（区工信局 → 区工业和信息化局）",
       [](PlanBook& book) { book.units[0].name = "区工业和信息化局"; }},
      {"单位顺序修改", [](PlanBook& book) { std::swap(book.units[0], book.units[1]); }},
      {"2020 年日历：修改日期 2020-01-01：上班（否 → 是）", [](PlanBook& book) { book.calendar[0].works = true; }},
      {"2020 年日历：删除日期 2020-09-27（国庆节、中秋节）", [](PlanBook& book) { book.calendar.pop_back(); }},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.line);
    TestDatabase db;
    import_book(*db, sample_book());
    auto changed = sample_book();
    one.change(changed);
    EXPECT_THAT(import_book(*db, changed), ElementsAre(one.line));
    EXPECT_THAT(import_book(*db, changed), IsEmpty()) << "what was stored is not what the file says";
  }
}

TEST(Import, PutsUnitsOfTheFileBeforeThoseItDoesNotName) {
  TestDatabase db;
  import_book(*db, sample_book());
  auto book = sample_book();
  book.units = {{{"jiedao"}, "各街道办事处", true, true}};
  EXPECT_THAT(import_book(*db, book), ElementsAre("单位顺序修改"));
  const auto units = list_units(*db->reader());
  ASSERT_EQ(units.size(), 2u);
  EXPECT_EQ(units[0].code.value, "jiedao");
  EXPECT_THAT(import_book(*db, book), IsEmpty());
}

TEST(Import, WritesItsAuditRowInTheSameTransaction) {
  TestDatabase db;
  import_book(*db, sample_book());
  auto reader = db->reader();
  auto row = reader->query("SELECT via, action, object, outcome, detail FROM audit");
  ASSERT_TRUE(row.next());
  EXPECT_EQ(row.text(0), "cli:tester");
  EXPECT_EQ(row.text(1), "plan.import");
  EXPECT_EQ(row.text(2), "plan");
  EXPECT_EQ(row.text(3), "ok");
  EXPECT_EQ(row.text(4), R"({"years":[2020],"changes":5})");
  EXPECT_FALSE(row.next());
}

TEST(Import, ThatIsRolledBackChangesNothing) {
  TestDatabase db;
  import_book(*db, sample_book());
  const auto before = db->data_version();
  struct Enough {};
  EXPECT_THROW(db->write([](Writer& writer) {
    EXPECT_THAT(actions::import_plan(writer, actions::system_actor(), sample_book(2021)), testing::SizeIs(3));
    throw Enough{};
  }),
               Enough);
  EXPECT_EQ(db->data_version(), before);
  EXPECT_THAT(list_plan_years(*db->reader()), ElementsAre(2020));
  EXPECT_EQ(count_audit(*db->reader()), 1);
}

TEST(Import, ThatTheTablesRefuseChangesNothing) {
  TestDatabase db;
  import_book(*db, sample_book());
  auto book = sample_book(2020, 3);
  year(book).tasks[2].assignments[0].unit = {"nobody"};
  EXPECT_ANY_THROW(import_book(*db, book));
  EXPECT_EQ(list_tasks(*db->reader(), 2020).size(), 2u);
}

}  // namespace
}  // namespace sjsz::test
