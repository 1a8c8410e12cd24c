#include <gmock/gmock.h>

#include "domain/good_book.h"

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

TEST(Roles, FitTogether) {
  const auto roles = [](std::vector<Role> given) {
    auto book = good_book();
    task(book).assignments.clear();
    for (std::size_t i = 0; i < given.size(); ++i) task(book).assignments.push_back({book.units[i].code, given[i]});
    return check_plan_book(book, {});
  };
  using enum Role;
  for (const auto& good : std::vector<std::vector<Role>>{{lead},
                                                         {lead, support},
                                                         {lead, support, support},
                                                         {support, lead},
                                                         {sole},
                                                         {joint, joint},
                                                         {joint, joint, joint}}) {
    EXPECT_THAT(roles(good), IsEmpty());
  }
  for (const auto& bad : std::vector<std::vector<Role>>{{},
                                                        {lead, lead},
                                                        {support},
                                                        {support, support},
                                                        {joint},
                                                        {sole, sole},
                                                        {sole, support},
                                                        {lead, sole},
                                                        {lead, joint},
                                                        {joint, joint, support},
                                                        {lead, lead, support}}) {
    EXPECT_THAT(roles(bad), ElementsAre(Field(&Fault::place, "/plans/0/annex/tasks/0/units")));
  }
  EXPECT_EQ(roles({lead, lead, support})[0].reason,
            "分工不成立：须是一家牵头（可有配合），或一家独立负责，或两家以上共同负责；现为牵头 2 家、配合 1 "
            "家、共同负责 0 家、独立负责 0 家。");
}

TEST(Tasks, AreChecked) {
  const std::string list = "/plans/0/annex/tasks";
  expect_faults({
      {"unknown unit", [](PlanBook& b) { task(b).assignments[1].unit = {"shuiwu"}; }, list + "/0/units/1/unit",
       "没有这个代码的单位。"},
      {"unit twice", [](PlanBook& b) { task(b).assignments[1].unit = {"fagai"}; }, list + "/0/units/1/unit",
       "单位在本任务中重复。"},
      {"no article", [](PlanBook& b) { task(b).articles.clear(); }, list + "/0/articles", "任务至少要对应一条。"},
      {"article that does not exist", [](PlanBook& b) { task(b).articles = {{3}}; }, list + "/0/articles/0",
       "没有第 3 条。"},
      {"article twice",
       [](PlanBook& b) {
         task(b).articles = {{2}, {2}};
       },
       list + "/0/articles/1", "第 2 条重复。"},
      {"no label", [](PlanBook& b) { task(b).label = ""; }, list + "/0/label", "不能为空。"},
      {"no text", [](PlanBook& b) { task(b, 1).text = ""; }, list + "/1/text", "不能为空。"},
      {"no responsibility", [](PlanBook& b) { task(b).responsible_text = ""; }, list + "/0/responsible_text",
       "不能为空。"},
  });
}

TEST(Requirements, HaveASentenceAndAKeyOfTheirOwn) {
  const std::string list = "/plans/0/annex/tasks/0/requirements";
  const std::string form = "须是 1 至 40 个小写字母、数字或下划线，以字母开头。";
  expect_faults({
      {"sentence is not in the text",
       [](PlanBook& b) { requirement(b, kNumber).sentence = "平均供电煤耗低于 310 克/千瓦时。"; }, list + "/0/sentence",
       "任务文字中没有这句原文。"},
      {"no sentence", [](PlanBook& b) { requirement(b, kNumber).sentence = ""; }, list + "/0/sentence", "不能为空。"},
      {"no text", [](PlanBook& b) { requirement(b, kNumber).text = ""; }, list + "/0/text", "不能为空。"},
      {"key twice", [](PlanBook& b) { requirement(b, kYesNo).key = "coal_use"; }, list + "/1/key",
       "代号在本任务中重复。"},
      {"no key", [](PlanBook& b) { requirement(b, kYesNo).key = ""; }, list + "/1/key", form},
      {"key with a dash", [](PlanBook& b) { requirement(b, kYesNo).key = "coal-use"; }, list + "/1/key", form},
      {"key begins with _", [](PlanBook& b) { requirement(b, kYesNo).key = "_a"; }, list + "/1/key", form},
      {"key too long", [](PlanBook& b) { requirement(b, kYesNo).key = std::string(41, 'k'); }, list + "/1/key", form},
  });
}

TEST(Requirements, HaveWhatTheirKindAndTypeNeed) {
  const std::string list = "/plans/0/annex/tasks/0/requirements";
  using Kind = RequirementKind;
  expect_faults({
      {"number without target", [](PlanBook& b) { requirement(b, kNumber).target.reset(); }, list + "/0/target",
       "数值要求须写明目标。"},
      {"number compared by yes", [](PlanBook& b) { requirement(b, kNumber).comparison = Comparison::yes; },
       list + "/0/comparison", "数值要求不能用 yes 比较。"},
      {"yes or no with target", [](PlanBook& b) { requirement(b, kYesNo).target = decimal("1"); }, list + "/1/target",
       "不是数值的要求没有目标，应为 null。"},
      {"yes or no with unit", [](PlanBook& b) { requirement(b, kYesNo).unit = "家"; }, list + "/1/unit",
       "不是数值的要求没有单位，应为 null。"},
      {"yes or no compared", [](PlanBook& b) { requirement(b, kYesNo).comparison = Comparison::equal; },
       list + "/1/comparison", "不是数值的要求只能用 yes 比较。"},
      {"level with date",
       [](PlanBook& b) {
         requirement(b, kNumber).date = Date{2020, 12, 31};
       },
       list + "/0/date", "level 类要求没有日期，应为 null。"},
      {"each month with date",
       [](PlanBook& b) {
         requirement(b, kYesNo).kind = Kind::each_month;
         requirement(b, kYesNo).date = Date{2020, 12, 31};
       },
       list + "/1/date", "each_month 类要求没有日期，应为 null。"},
      {"by no date", [](PlanBook& b) { requirement(b, kByDate).date.reset(); }, list + "/2/date",
       "by_date 类要求须写明日期。"},
      {"cumulative without date", [](PlanBook& b) { requirement(b, kCumulative).date.reset(); }, list + "/3/date",
       "cumulative 类要求须写明日期。"},
      {"by a date of the year before",
       [](PlanBook& b) {
         requirement(b, kByDate).date = Date{2019, 12, 31};
       },
       list + "/2/date", "日期须在方案年度 2020 年内。"},
      {"by a date of the year after",
       [](PlanBook& b) {
         requirement(b, kCumulative).date = Date{2021, 1, 1};
       },
       list + "/3/date", "日期须在方案年度 2020 年内。"},
      {"from a date of the year after",
       [](PlanBook& b) {
         requirement(b, kByDate).kind = Kind::from_date;
         requirement(b, kByDate).date = Date{2021, 1, 1};
       },
       list + "/2/date", "起始日期不能晚于方案年度 2020 年。"},
      {"cumulative at most", [](PlanBook& b) { requirement(b, kCumulative).comparison = Comparison::at_most; },
       list + "/3/comparison", "cumulative 类要求只能用 at_least 比较。"},
      {"cumulative without number",
       [](PlanBook& b) {
         auto& one = requirement(b, kYesNo);
         one.kind = Kind::cumulative;
         one.date = Date{2020, 12, 31};
       },
       list + "/1/type", "cumulative 类要求须是数值（number）。"},
      {"blank unit", [](PlanBook& b) { requirement(b, kNumber).unit = " "; }, list + "/0/unit", "不能为空。"},
  });
}

}  // namespace
}  // namespace sjsz
