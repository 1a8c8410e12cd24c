#include "domain/plan_book.h"

#include <gmock/gmock.h>

#include "domain/good_book.h"

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

TEST(AGoodBook, HasNoFault) { EXPECT_THAT(check_plan_book(good_book(), {}), IsEmpty()); }

TEST(AGoodBook, MayBeFreeOfWhatNotEveryPlanHas) {
  auto book = good_book();
  plan(book).indicator_note.clear();
  plan(book).closing.clear();
  plan(book).chapters[1].articles[0].text = "一\n二";
  indicator(book, kJudged).unit.clear();
  requirement(book, kNumber).unit.clear();
  requirement(book, kYesNo).kind = RequirementKind::from_date;
  book.calendar.clear();
  EXPECT_THAT(check_plan_book(book, {}), IsEmpty());
  requirement(book, kYesNo).date = Date{2019, 7, 1};
  EXPECT_THAT(check_plan_book(book, {}), IsEmpty());
}

TEST(ABook, MayNameUnitsAndTheCurrentYearThatTheDatabaseHas) {
  auto book = good_book();
  book.units.clear();
  book.current_year = 2019;
  const std::vector<Unit> known = {{{"fagai"}, "区发改局"}, {{"gongxin"}, "区工信局"}};
  EXPECT_THAT(check_plan_book(book, known, {2018, 2019}), IsEmpty());
  EXPECT_EQ(check_plan_book(book, {}).size(), 6u);  // the units of five assignments and the current year
}

TEST(ABook, MayRenameAUnitButNotTakeAnothersName) {
  auto book = good_book();
  EXPECT_THAT(check_plan_book(book, {{{"fagai"}, "区发展和改革局"}}), IsEmpty());
  EXPECT_THAT(check_plan_book(book, {{{"other"}, "区工信局"}}),
              ElementsAre(is_fault("/units/1/name", "单位名称已被另一个代码使用。")));
}

TEST(UnitsOfABook, AreChecked) {
  const std::string form = "单位代码须是 2 至 20 个小写字母或数字，以字母开头。";
  const auto recode = [](const std::string& code) { return [code](PlanBook& b) { b.units[2].code.value = code; }; };
  expect_faults({
      {"code too short", recode("f"), "/units/2/code", form},
      {"code too long", recode(std::string(21, 'f')), "/units/2/code", form},
      {"code begins with a digit", recode("1ab"), "/units/2/code", form},
      {"capital in the code", recode("Jiedao"), "/units/2/code", form},
      {"dash in the code", recode("jie-dao"), "/units/2/code", form},
      {"Chinese code", recode("街道"), "/units/2/code", form},
      {"no code", recode(""), "/units/2/code", form},
      {"code twice", recode("fagai"), "/units/2/code", "单位代码重复。"},
      {"name twice", [](PlanBook& b) { b.units[2].name = "区发改局"; }, "/units/2/name",
       "单位名称已被另一个代码使用。"},
      {"no name", [](PlanBook& b) { b.units[2].name = "\u3000 "; }, "/units/2/name", "不能为空。"},
      {"line end in the name", [](PlanBook& b) { b.units[2].name = "街\n道"; }, "/units/2/name",
       "含有换行或控制字符。"},
  });
  auto longest = good_book();
  longest.units[2].code.value = std::string(19, 'f') + "9";
  EXPECT_THAT(check_plan_book(longest, {}), IsEmpty());
}

TEST(TheCalendarOfABook, IsChecked) {
  expect_faults({
      {"a day twice",
       [](PlanBook& b) {
         b.calendar.push_back({{2020, 1, 1}, false, "元旦"});
       },
       "/calendar/3/date", "2020-01-01 重复。"},
      {"a weekday is worked anyway",
       [](PlanBook& b) {
         b.calendar[1].date = {2020, 1, 20};
       },
       "/calendar/1/works", "2020-01-20 本来就是工作日，只有周六、周日才需要注明上班。"},
      {"no name", [](PlanBook& b) { b.calendar[0].name = ""; }, "/calendar/0/name", "不能为空。"},
  });
}

TEST(TheYearsOfABook, AreChecked) {
  expect_faults({
      {"year twice", [](PlanBook& b) { b.years.push_back(b.years[0]); }, "/plans/1/year", "2020 年的方案重复。"},
      {"unknown current year", [](PlanBook& b) { b.current_year = 2021; }, "/current_year",
       "没有 2021 年的方案，不能作为当前年度。"},
  });
  EXPECT_THAT(check_plan_book({.current_year = 2020}, {}, {2020}),
              ElementsAre(is_fault("/plans", "至少要有一个年度的方案。")));
  auto book = good_book();
  book.years.push_back(book.years[0]);
  book.years[1].plan.year = 2021;
  for (auto& one : book.years[1].tasks[0].requirements) {
    if (one.date) one.date->year = 2021;
  }
  EXPECT_THAT(check_plan_book(book, {}), IsEmpty());
}

TEST(TheTextOfAPlan, IsChecked) {
  const std::string empty = "不能为空。", line = "含有换行或控制字符。";
  expect_faults({
      {"district", [](PlanBook& b) { plan(b).district = ""; }, "/plans/0/district", empty},
      {"title", [](PlanBook& b) { plan(b).title = " "; }, "/plans/0/title", empty},
      {"title over two lines", [](PlanBook& b) { plan(b).title = "方\n案"; }, "/plans/0/title", line},
      {"preamble", [](PlanBook& b) { plan(b).preamble = "\n"; }, "/plans/0/preamble", empty},
      {"table title", [](PlanBook& b) { plan(b).indicator_title = ""; }, "/plans/0/indicator_table/title", empty},
      {"name heading", [](PlanBook& b) { plan(b).indicator_name_heading = ""; },
       "/plans/0/indicator_table/name_heading", empty},
      {"target heading", [](PlanBook& b) { plan(b).indicator_target_heading = ""; },
       "/plans/0/indicator_table/target_heading", empty},
      {"tab in the note", [](PlanBook& b) { plan(b).indicator_note = "注\t"; }, "/plans/0/indicator_table/note", line},
      {"blank closing", [](PlanBook& b) { plan(b).closing = " "; }, "/plans/0/closing", empty},
      {"annex mark", [](PlanBook& b) { plan(b).annex_mark = ""; }, "/plans/0/annex/mark", empty},
      {"annex title", [](PlanBook& b) { plan(b).annex_title = ""; }, "/plans/0/annex/title", empty},
      {"annex heading", [](PlanBook& b) { plan(b).annex_headings[1] = ""; }, "/plans/0/annex/headings/1", empty},
      {"two headings", [](PlanBook& b) { plan(b).annex_headings.pop_back(); }, "/plans/0/annex/headings",
       "须是序号、工作任务、责任部门三个表头。"},
      {"chapter title", [](PlanBook& b) { plan(b).chapters[1].title = ""; }, "/plans/0/chapters/1/title", empty},
      {"article title", [](PlanBook& b) { plan(b).chapters[1].articles[0].title = ""; },
       "/plans/0/chapters/1/articles/0/title", empty},
      {"article text", [](PlanBook& b) { plan(b).chapters[1].articles[0].text = ""; },
       "/plans/0/chapters/1/articles/0/text", empty},
      {"escape in a text", [](PlanBook& b) { plan(b).chapters[1].articles[0].text = "\x1b[31m"; },
       "/plans/0/chapters/1/articles/0/text", "含有控制字符。"},
      {"C1 control in a text", [](PlanBook& b) { plan(b).chapters[1].articles[0].text = "压\u0085减"; },
       "/plans/0/chapters/1/articles/0/text", "含有控制字符。"},
      {"empty paragraph", [](PlanBook& b) { plan(b).chapters[1].articles[0].text = "一\n\n二"; },
       "/plans/0/chapters/1/articles/0/text", "含有空段落：段落之间只用一个换行，首尾不留换行。"},
      {"line end at the end", [](PlanBook& b) { plan(b).preamble += "\n"; }, "/plans/0/preamble",
       "含有空段落：段落之间只用一个换行，首尾不留换行。"},
  });
}

TEST(TheNumbersOfAPlan, AreChecked) {
  const std::string base = "基准年须在 1900 年以后，不晚于方案年度。";
  expect_faults({
      {"chapter missing", [](PlanBook& b) { plan(b).chapters[1].number = 3; }, "/plans/0/chapters", "缺少编号 2。"},
      {"article missing",
       [](PlanBook& b) {
         task(b, 0).articles = task(b, 1).articles = {{3}};
         task(b, 2).articles = {{1}};
         plan(b).chapters[1].articles[0].number = {3};
       },
       "/plans/0/chapters", "缺少编号 2。"},
      {"chapter without articles",
       [](PlanBook& b) {
         plan(b).chapters.push_back({3, "组织保障", {}});
       },
       "/plans/0/chapters/2/articles", "一章至少要有一条。"},
      {"table after no article", [](PlanBook& b) { plan(b).indicator_article = {9}; },
       "/plans/0/indicator_table/after_article", "没有第 9 条。"},
      {"base year later than the plan", [](PlanBook& b) { plan(b).base_year = 2021; }, "/plans/0/base_year", base},
      {"no base year", [](PlanBook& b) { plan(b).base_year = 0; }, "/plans/0/base_year", base},
  });
  auto doubled = good_book();
  plan(doubled).chapters[1].articles.push_back({{1}, "再来", "一条。"});
  EXPECT_THAT(check_plan_book(doubled, {}),
              ElementsAre(is_fault("/plans/0/chapters/1/articles/1/number", "编号 1 重复。"),
                          is_fault("/plans/0/chapters", "缺少编号 3。")));
  auto none = good_book();
  plan(none).chapters.clear();
  EXPECT_THAT(check_plan_book(none, {}), testing::Contains(is_fault("/plans/0/chapters", "至少要有一章。")));
  auto early = good_book();
  plan(early).year = 1066;
  EXPECT_THAT(check_plan_book(early, {}), testing::Contains(is_fault("/plans/0/year", "年度须在 1900 至 2999 之间。")));
}

TEST(NumbersOfTasksAndIndicators, RunFromOneInOrder) {
  const auto number_tasks = [](std::vector<int> numbers) {
    auto book = good_book();
    for (std::size_t i = 0; i < numbers.size(); ++i) task(book, i).seq = {numbers[i]};
    return check_plan_book(book, {});
  };
  const std::string list = "/plans/0/annex/tasks";
  EXPECT_THAT(number_tasks({1, 3, 2}), ElementsAre(is_fault(list + "/2/seq", "编号 2 应排在编号 3 之前。")));
  EXPECT_THAT(number_tasks({1, 2, 2}),
              ElementsAre(is_fault(list + "/2/seq", "编号 2 重复。"), is_fault(list, "缺少编号 3。")));
  EXPECT_THAT(number_tasks({1, 2, 9999}), ElementsAre(is_fault(list, "缺少编号 3。")));
  EXPECT_THAT(number_tasks({0, 1, 2}),
              ElementsAre(is_fault(list + "/0/seq", "编号从 1 起。"), is_fault(list, "缺少编号 3。")));
  expect_faults({{"indicator twice",
                  [](PlanBook& b) {
                    b.years[0].indicators.push_back(indicator(b, kMonitored));
                    b.years[0].indicators.push_back(indicator(b, kMonitored));
                    indicator(b, 3).seq = {4};
                    indicator(b, 4).seq = {6};
                  },
                  "/plans/0/indicator_table/indicators", "缺少编号 5。"}});
}

TEST(Indicators, HaveATargetThatFitsTheirKind) {
  const std::string list = "/plans/0/indicator_table/indicators";
  const std::string base = "基准年须在 1900 年以后，不晚于方案年度。",
                    both = "第二目标与它的单位须同时写明，或同时为 null。";
  const std::string threshold = "第二阈值是百分数，须在 1 至 100 之间。";
  expect_faults({
      {"total without target", [](PlanBook& b) { indicator(b, kTotal).target.reset(); }, list + "/0/target",
       "at_most_total 类指标须有数值目标。"},
      {"judged by people with target", [](PlanBook& b) { indicator(b, kJudged).target = decimal("1"); },
       list + "/1/target", "qualitative 类指标没有数值目标，应为 null。"},
      {"monitored with target", [](PlanBook& b) { indicator(b, kMonitored).target = decimal("0"); }, list + "/2/target",
       "monitored 类指标没有数值目标，应为 null。"},
      {"target of too many digits", [](PlanBook& b) { indicator(b, kTotal).target = decimal("1234567890"); },
       list + "/0/target", "最多 9 位整数、6 位小数。"},
      {"second target without unit", [](PlanBook& b) { indicator(b, kTotal).second_target = decimal("40"); },
       list + "/0/second_target_unit", both},
      {"unit without second target", [](PlanBook& b) { indicator(b, kTotal).second_target_unit = "%"; },
       list + "/0/second_target_unit", both},
      {"second target without first",
       [](PlanBook& b) {
         indicator(b, kJudged).second_target = decimal("40");
         indicator(b, kJudged).second_target_unit = "%";
       },
       list + "/1/second_target", "没有目标就没有第二目标，应为 null。"},
      {"base year later than the plan", [](PlanBook& b) { indicator(b, kTotal).base_year = 2021; },
       list + "/0/base_year", base},
      {"threshold 0", [](PlanBook& b) { indicator(b, kTotal).second_threshold = 0; }, list + "/0/second_threshold",
       threshold},
      {"threshold 101", [](PlanBook& b) { indicator(b, kTotal).second_threshold = 101; }, list + "/0/second_threshold",
       threshold},
      {"no category", [](PlanBook& b) { indicator(b, kTotal).category = ""; }, list + "/0/category", "不能为空。"},
      {"no name", [](PlanBook& b) { indicator(b, kTotal).name = ""; }, list + "/0/name", "不能为空。"},
      {"no short name", [](PlanBook& b) { indicator(b, kTotal).short_name = ""; }, list + "/0/short_name",
       "不能为空。"},
      {"blank unit", [](PlanBook& b) { indicator(b, kTotal).unit = " "; }, list + "/0/unit", "不能为空。"},
      {"no words for the target", [](PlanBook& b) { indicator(b, kMonitored).target_text = ""; },
       list + "/2/target_text", "不能为空。"},
  });
  for (const auto kind : {IndicatorKind::at_least, IndicatorKind::reduction, IndicatorKind::at_most_level,
                          IndicatorKind::at_least_total}) {
    auto book = good_book();
    indicator(book, kTotal).kind = kind;
    EXPECT_THAT(check_plan_book(book, {}), IsEmpty());
    indicator(book, kTotal).target.reset();
    EXPECT_EQ(check_plan_book(book, {}).size(), 1u);
  }
}

TEST(AllFaults, AreNamedAtOnce) {
  auto book = good_book();
  book.units[0].name = "";
  plan(book).title = "";
  task(book, 2).assignments[0].unit = {"shuiwu"};
  EXPECT_THAT(check_plan_book(book, {}),
              ElementsAre(Field(&Fault::place, "/units/0/name"), Field(&Fault::place, "/plans/0/title"),
                          Field(&Fault::place, "/plans/0/annex/tasks/2/units/0/unit")));
}

}  // namespace
}  // namespace sjsz
