#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/portal.h"

namespace sjsz::test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(HomePage, ShowsThePlanAtAGlance) {
  const auto page = shared_portal().page("/");
  EXPECT_EQ(page.count("//h1"), 1u);
  for (const char* category : {"产业结构", "能源结构", "运输结构", "农业投入结构", "主要污染物排放量"}) {
    EXPECT_GE(page.count(std::string("//*[contains(text(), '") + category + "')]"), 1u) << category;
  }
  EXPECT_EQ(page.count("//a[starts-with(@href, '/tasks/')]"), 16u);
  EXPECT_EQ(page.count("//main//a[starts-with(@href, '/units/')]"), 15u);
}

TEST(PlanPage, HasAllChaptersAndArticlesInOrder) {
  const auto page = shared_portal().page("/plan");
  EXPECT_THAT(
      page.texts("//article//h2[starts-with(@id, 'c')]"),
      ElementsAre("一、总体要求", "二、聚焦新旧动能转换，加快调整产业结构", "三、聚焦煤炭消费压减，加快调整能源结构",
                  "四、聚焦多式联运，加快调整运输结构", "五、组织保障"));
  EXPECT_EQ(page.count("//article//section[starts-with(@id, 'a')]"), 19u);
  EXPECT_THAT(page.text("//section[@id='a19']"), HasSubstr("确保2020年年底前全面完成各项任务目标。"));
}

TEST(PlanPage, LinksEachArticleToItsTasks) {
  const auto page = shared_portal().page("/plan");
  EXPECT_THAT(page.texts("//section[@id='a9']//a[starts-with(@href, '/tasks/')]/@href"),
              ElementsAre("/tasks/6", "/tasks/7"));
  EXPECT_THAT(page.texts("//section[@id='a12']//a[starts-with(@href, '/tasks/')]/@href"),
              ElementsAre("/tasks/10", "/tasks/11", "/tasks/12"));
  EXPECT_EQ(page.count("//section[@id='a17']//a[starts-with(@href, '/tasks/')]"), 0u);
}

TEST(PlanPage, MarksTheWordsThatAreLookedFor) {
  const auto page = shared_portal().page("/plan?q=%E9%BB%91%E5%8A%A0%E6%B2%B9%E7%AB%99");  // 黑加油站
  EXPECT_THAT(page.texts("//article//mark"), ElementsAre("黑加油站"));
  EXPECT_EQ(page.text("//input[@name='q']/@value"), "黑加油站");
}

TEST(Pages, ComeAgainWithoutWhatIsWrongInTheAddressAndSayWhatItIs) {
  struct Case {
    const char *target, *control, *message;
  };
  for (const auto& one :
       {Case{"/tasks?unit=nobody&role=lead", "f-unit", "单位"}, Case{"/tasks?role=boss", "f-role", "角色"},
        Case{"/indicators?category=nothing&kind=total", "f-category", "类别"},
        Case{"/indicators?kind=nothing", "f-kind", "类型"}}) {
    const auto response = shared_portal().get(one.target);
    EXPECT_EQ(response.status, 422) << one.target;
    EXPECT_EQ(response.keep, http::Keep::no_store);
    const Html page(*response.body);
    EXPECT_THAT(page.text("//div[@class='errsum']//a[@href='#" + std::string(one.control) + "']"),
                HasSubstr(one.message));
    EXPECT_EQ(page.count("//form//*[@id='" + std::string(one.control) + "']"), 1u) << one.target;
    EXPECT_GT(page.count("//tbody/tr"), 0u) << one.target;
  }
  const auto both = Html(*shared_portal().get("/tasks?unit=nobody&role=boss&chapter=2").body);
  EXPECT_EQ(both.count("//div[@class='errsum']//li"), 2u);
  EXPECT_EQ(both.text("//select[@name='chapter']/option[@selected]/@value"), "2");
}

TEST(PlanPage, RefusesAYearThatHasNoPlan) {
  for (const char* target :
       {"/plan?year=2031", "/plan?year=abc", "/tasks?year=1e400", "/indicators?year=99999999999999999999"}) {
    const auto response = shared_portal().get(target);
    EXPECT_EQ(response.status, 422) << target;
    EXPECT_THAT(*response.body, HasSubstr("没有这一年的方案")) << target;
  }
}

TEST(PlanPage, OfAFolderWithoutPlanSaysWhatToDo) {
  Portal empty(Content::empty);
  const auto home = empty.page("/");
  EXPECT_EQ(home.count("//h1"), 1u);
  EXPECT_EQ(empty.get("/plan").status, 404);
  EXPECT_EQ(empty.get("/tasks").status, 404);
  EXPECT_EQ(empty.get("/api/v1/plan").status, 404);
}

}  // namespace sjsz::test
