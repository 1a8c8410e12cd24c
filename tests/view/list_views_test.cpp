// What lists say about themselves: counts, conditions, empty states, what is not assessed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates_on_disk.h"
#include "view/error_view.h"
#include "view/home_view.h"
#include "view/indicator_list_view.h"
#include "view/task_list_view.h"
#include "view/task_view.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

template <class View>
std::string html(const View& view) {
  return render(templates_on_disk(), view);
}

}  // namespace

TEST(TaskListPage, SaysWhatWasAskedForAndHowMuchOfItThereIs) {
  const auto examples = task_list_examples();
  EXPECT_THAT(html(examples[0]), HasSubstr("没有符合“地热、区发改局、牵头”的事项。<a href=\"/tasks\">清除条件</a>"));
  EXPECT_THAT(html(examples[1]), HasSubstr("第 1–1 项，共 1 项（全部 16 项）"));
  const auto all = html(examples[2]);
  EXPECT_THAT(all, HasSubstr("第 1–4 项，共 4 项</span>"));
  EXPECT_THAT(all, Not(HasSubstr("全部 16 项")));
}

TEST(TaskListPage, ShowsTheResponsibilityAsWrittenOnlyWhereItWasFound) {
  const auto examples = task_list_examples();
  EXPECT_THAT(html(examples[1]), HasSubstr("<mark>区发改局</mark>牵头，区工信局"));
  EXPECT_THAT(html(examples[2]), Not(HasSubstr("区发改局牵头，区工信局")));
}

TEST(IndicatorListPage, ShowsWhatIsOnlyMonitoredAsNotAssessed) {
  const auto text = html(indicator_list_examples()[2]);
  EXPECT_THAT(text, HasSubstr("——<span class=\"u\">（不考核）</span>"));
  EXPECT_THAT(text, HasSubstr("2017 年<b>*</b>"));
  EXPECT_THAT(text, HasSubstr("方案未写明"));
}

TEST(HomePage, GivesABareNumberItsUnitAndLeavesOtherTargetsAsWritten) {
  const auto text = html(home_examples()[2]);
  EXPECT_THAT(text, HasSubstr("<span>20.2382 万吨</span>"));
  EXPECT_THAT(text, HasSubstr("<span>57%</span>"));
  EXPECT_THAT(text, HasSubstr("<span>——（不考核）</span>"));
}

TEST(HomePage, NamesOnlyThePartsThatAUnitHas) {
  const auto text = html(home_examples()[2]);
  EXPECT_THAT(text, HasSubstr("<b>牵头 1，</b><b>独立 2，</b><b>共同 1，</b><b>配合 5</b>"));
  EXPECT_THAT(text, HasSubstr("区政府办公室</a><span>附件未列任务</span>"));
}

TEST(TaskPage, SaysTheTimeOfEachKindOfRequirement) {
  const auto text = html(task_examples()[2]);
  for (const char* words :
       {"<td>低于 310 克/千瓦时</td><td>始终保持</td>", "<td>为 0</td><td>始终保持</td>",
        "<td>已达到</td><td>2020年12月31日前达到</td>", "<td>年底前达到</td>", "<td>已经执行，方案未写明起始日期</td>",
        "<td>自2020年7月1日起执行</td>", "<td>每月开展，月份由工作专班办公室设置</td>",
        "<td>不低于 100 %</td><td>2020年12月31日前累计达到</td>", "<td>不高于 1.50</td><td>年内累计达到</td>"}) {
    EXPECT_THAT(text, HasSubstr(words));
  }
}

TEST(TaskPage, SetsAnnexAndArticleSideBySideOnlyWhereTheyDiffer) {
  EXPECT_THAT(html(task_examples()[1]), HasSubstr("条文字一致"));
  EXPECT_THAT(html(task_examples()[1]), Not(HasSubstr("附件与条文对照")));
  EXPECT_THAT(html(task_examples()[2]), HasSubstr("总体<mark>方案</mark>要求"));
}

TEST(ErrorPage, HasWordsForEveryStatus) {
  EXPECT_EQ(error_title(404), "没有找到这个页面");
  EXPECT_EQ(error_title(418), error_title(400));
  EXPECT_EQ(error_title(599), error_title(500));
  EXPECT_THAT(html(ErrorView{404, "没有这项任务。", "01J8"}), HasSubstr("<p class=\"lede\">没有这项任务。</p>"));
  EXPECT_THAT(html(ErrorView{404, "", "01J8"}), HasSubstr("请求编号 01J8"));
}

}  // namespace sjsz::view
