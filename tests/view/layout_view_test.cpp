#include "view/layout_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates_on_disk.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string html(const LayoutView& view) { return render(templates_on_disk(), view); }

LayoutView page() {
  LayoutView view;
  view.title = "任务分工表";
  view.navigation = {{"方案", "/plan", false}, {"任务", "/tasks", true}};
  view.district = "历下区";
  view.year = 2020;
  view.as_of = "2020-09-03 14:05";
  view.style_url = "/web/1/sjsz.css";
  view.body = "<h1>任务分工表</h1>";
  return view;
}

}  // namespace

TEST(Layout, NamesThePageBeforeThePortal) {
  EXPECT_THAT(html(page()), HasSubstr("<title>任务分工表 - 历下区“四减四增”任务指标调度系统</title>"));
  auto home = page();
  home.title = "";
  EXPECT_THAT(html(home), HasSubstr("<title>历下区“四减四增”任务指标调度系统</title>"));
}

TEST(Layout, MarksTheItemOfTheNavigationThatThePageBelongsTo) {
  EXPECT_THAT(html(page()), HasSubstr("<a href=\"/tasks\" aria-current=\"page\">任务</a>"));
  auto elsewhere = page();
  elsewhere.navigation[1].current = false;
  EXPECT_THAT(html(elsewhere), Not(HasSubstr("aria-current")));
}

TEST(Layout, SaysWhereThePortalIsOnlyWhenItHasAPlan) {
  EXPECT_THAT(html(page()), HasSubstr("<span>历下区 2020年</span>"));
  auto none = page();
  none.year = 0;
  EXPECT_THAT(html(none), Not(HasSubstr("2020年</span>")));
}

TEST(Layout, SaysOnEveryPageThatItIsADemonstration) {
  EXPECT_THAT(html(page()), Not(HasSubstr("演示数据")));
  auto demo = page();
  demo.demo = true;
  demo.business_date = "2020-09-03";
  const auto text = html(demo);
  EXPECT_THAT(text, HasSubstr("<b>演示数据</b>"));
  EXPECT_THAT(text, HasSubstr("业务日期 2020-09-03"));
  EXPECT_THAT(text, HasSubstr(" · 演示数据 · 数据截至 2020-09-03 14:05"));  // on paper
}

TEST(Layout, SaysOnPaperWhoMadeThePageAndWhen) {
  EXPECT_THAT(html(page()), Not(HasSubstr("生成于")));
  auto own = page();
  own.user = {{"区发改局", "王欣"}};
  EXPECT_THAT(html(own), HasSubstr("数据截至 2020-09-03 14:05 · 区发改局 王欣 生成于 2020-09-03 14:05</p>"));
  own.user = {{"", "区领导"}};
  EXPECT_THAT(html(own), HasSubstr(" · 区领导 生成于 2020-09-03 14:05</p>"));
}

TEST(Layout, SaysThatThePinnedDateIsNotToday) {
  auto pinned = page();
  pinned.business_date = "2020-09-03";
  EXPECT_THAT(html(pinned), HasSubstr("本系统当前按 2020-09-03 办理"));
}

TEST(Layout, AsksForNoScriptButInDevelopment) {
  EXPECT_THAT(html(page()), Not(HasSubstr("<script")));
  auto developing = page();
  developing.reload_url = "/web/2/reload.js";
  EXPECT_THAT(html(developing), HasSubstr("<script src=\"/web/2/reload.js\" defer></script>"));
}

TEST(Layout, SaysWhereTheContactIsSetUntilItIs) {
  EXPECT_THAT(html(page()), HasSubstr("联系方式由工作专班办公室在设置中填写"));
  auto known = page();
  known.contact = "工作专班办公室　0531-12345678";
  EXPECT_THAT(html(known), HasSubstr("<span>工作专班办公室　0531-12345678</span>"));
}

}  // namespace sjsz::view
