#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/portal.h"

namespace sjsz::test {

using ::testing::HasSubstr;

TEST(IndicatorList, HasTheNineteenRowsInFiveCategories) {
  const auto page = shared_portal().page("/indicators");
  EXPECT_EQ(page.count("//table//a[starts-with(@href, '/indicators/')]"), 19u);
  EXPECT_EQ(page.count("//table//th[@scope='rowgroup']"), 5u);
}

TEST(IndicatorList, ShowsWhatHasNoTargetAsNotAssessed) {
  const auto page = shared_portal().page("/indicators");
  EXPECT_EQ(page.count("//table//tr[contains(., '（不考核）')]"), 7u);
  EXPECT_THAT(page.text("//tr[.//a[@href='/indicators/9']]"), HasSubstr("2017"));
  EXPECT_THAT(page.text("//tr[.//a[@href='/indicators/6']]"), HasSubstr("20.2382"));
}

TEST(IndicatorList, FiltersByCategoryAndKind) {
  const struct {
    const char* query;
    std::size_t rows;
  } cases[] = {{"category=%E8%83%BD%E6%BA%90%E7%BB%93%E6%9E%84", 5},  // 能源结构
               {"kind=monitored", 7},
               {"kind=at_most_total", 2},
               {"category=%E8%83%BD%E6%BA%90%E7%BB%93%E6%9E%84&kind=monitored", 2},
               {"category=&kind=", 19},
               {"kind=at_least_total", 0}};
  for (const auto& c : cases) {
    const auto page = shared_portal().page(std::string("/indicators?") + c.query);
    EXPECT_EQ(page.count("//table//a[starts-with(@href, '/indicators/')]"), c.rows) << c.query;
  }
}

TEST(IndicatorList, RefusesFiltersThatNameNothing) {
  for (const char* query : {"category=x", "kind=x", "kind=%00", "category=%FF"}) {
    const auto status = shared_portal().get(std::string("/indicators?") + query).status;
    EXPECT_GE(status, 400) << query;
    EXPECT_LT(status, 500) << query;
  }
}

TEST(IndicatorPage, KeepsTheTargetToTheLetter) {
  EXPECT_THAT(shared_portal().page("/indicators/18").text("//main"),
              HasSubstr("40%(2020 年 PM2.5 浓度达到 52 微克/立方米)"));
  const auto coal = shared_portal().page("/indicators/6");
  EXPECT_THAT(coal.text("//h1"), HasSubstr("煤炭消费总量"));
  EXPECT_THAT(coal.text("//main"), HasSubstr("20.2382"));
  EXPECT_THAT(shared_portal().page("/indicators/8").text("//main"), HasSubstr("不考核"));
}

TEST(IndicatorPage, IsNotFoundForNumbersThatThePlanDoesNotHave) {
  for (const char* target : {"/indicators/0", "/indicators/20", "/indicators/99999999999999999999", "/indicators/1e400",
                             "/indicators/-1", "/indicators/x", "/indicators/1/2"}) {
    const auto response = shared_portal().get(target);
    EXPECT_EQ(response.status, 404) << target;
    EXPECT_EQ(Html(*response.body).count("//h1"), 1u) << target;
  }
}

}  // namespace sjsz::test
