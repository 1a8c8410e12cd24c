#include "view/plan_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates_on_disk.h"
#include "view/segments.h"

namespace sjsz::view {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PlanView plan() {
  PlanView view;
  view.year = 2020;
  view.title = plain("三年行动 工作方案");
  view.preamble = plain("为深入推进。");
  view.chapters = {{1, plain("总体要求"), {}}};
  return view;
}

std::string html(const PlanView& view) { return render(templates_on_disk(), view); }

}  // namespace

TEST(PlanText, BreaksTheTitleAtItsSpaceAndKeepsTheSpace) {
  EXPECT_THAT(html(plan()), HasSubstr("<span class=\"ln\">三年行动</span> <span class=\"ln\">工作方案</span>"));
}

TEST(PlanText, PutsASingleParagraphBehindTheTitleAndSeveralBelowIt) {
  auto view = plan();
  view.chapters[0].articles = {{{1}, plain("指导思想"), {plain("坚持。")}, {}, false},
                               {{2}, plain("基本原则"), {plain("——甲。"), plain("——乙。")}, {}, false}};
  const auto text = html(view);
  EXPECT_THAT(text, HasSubstr("<p><b>（一）指导思想。</b>坚持。</p>"));
  EXPECT_THAT(text, HasSubstr("<p><b>（二）基本原则。</b></p>\n<p>——甲。</p>\n<p>——乙。</p>"));
}

TEST(PlanText, CountsWhatWasLookedForWhereverItStands) {
  auto view = plan();
  view.q = "煤";
  view.preamble = mark("压减煤炭。", "煤");
  view.chapters[0].articles = {{{1}, plain("指导思想"), {mark("煤电、煤改气。", "煤")}, {}, true}};
  view.table.groups = {{plain("能源"), {{mark("煤炭消费总量", "煤"), plain("20.2382"), "/indicators/6"}}}};
  const auto text = html(view);
  EXPECT_THAT(text, HasSubstr("“煤”共出现 4 处"));
  EXPECT_THAT(text, HasSubstr("（一）指导思想<b><span class=\"vh\">，</span>2<span class=\"vh\"> 处</span></b>"));
}

TEST(PlanText, SaysWhenNothingWasFound) {
  auto view = plan();
  view.q = "地热";
  EXPECT_THAT(html(view), HasSubstr("方案中没有“地热”。"));
}

TEST(PlanText, ShowsOtherYearsOnlyWhenThereAreSome) {
  auto view = plan();
  view.years = {{"/plan", "2020", true}};
  EXPECT_THAT(html(view), Not(HasSubstr("class=\"years\"")));
  view.years.push_back({"/plan?year=2021", "2021", false});
  EXPECT_THAT(html(view),
              HasSubstr("<a href=\"/plan\" aria-current=\"true\">2020</a><a href=\"/plan?year=2021\">2021</a>"));
}

}  // namespace sjsz::view
