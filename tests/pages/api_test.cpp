#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/portal.h"

namespace sjsz::test {

using Json = nlohmann::json;

namespace {

Json answer(const std::string& target, int status = 200) {
  const auto response = shared_portal().get(target);
  EXPECT_EQ(response.status, status) << target;
  EXPECT_EQ(response.content_type, status == 200 ? "application/json" : "application/problem+json") << target;
  return Json::parse(*response.body);
}

}  // namespace

TEST(Api, GivesThePlanToTheLetter) {
  const auto plan = answer("/api/v1/plan");
  EXPECT_EQ(plan["year"], 2020);
  EXPECT_EQ(plan["base_year"], 2015);
  EXPECT_EQ(plan["chapters"].size(), 5u);
  EXPECT_EQ(plan["chapters"][4]["articles"][2]["number"], 19);
  EXPECT_EQ(plan["indicator_note"], "注：基准年为 2015 年；*基准年为 2017 年。");
}

TEST(Api, GivesDecimalsAsTextSoThatNoDigitIsLost) {
  const auto coal = answer("/api/v1/indicators/6");
  EXPECT_EQ(coal["target"], "20.2382");
  EXPECT_EQ(coal["target_text"], "20.2382");
  EXPECT_EQ(answer("/api/v1/indicators")["total"], 19);
  EXPECT_TRUE(answer("/api/v1/indicators/8")["target"].is_null());
}

TEST(Api, TellsNothingOfProgressWithoutLogin) {
  const auto indicators = answer("/api/v1/indicators");
  for (const auto& indicator : indicators["items"]) {
    EXPECT_TRUE(indicator["status"].is_null() && indicator["value"].is_null());
  }
  const auto tasks = answer("/api/v1/tasks");
  for (const auto& task : tasks["items"]) {
    EXPECT_TRUE(task["light"].is_null() && task["light_reason"].is_null());
  }
}

TEST(Api, FiltersTasksAsThePageDoes) {
  const struct {
    const char* query;
    int total;
  } cases[] = {{"", 16}, {"?unit=zhujian", 4}, {"?unit=zhujian&role=sole", 2}, {"?chapter=3", 5}, {"?role=joint", 2}};
  for (const auto& c : cases) EXPECT_EQ(answer(std::string("/api/v1/tasks") + c.query)["total"], c.total) << c.query;
}

TEST(Api, GivesFifteenUnitsInOfficialOrder) {
  const auto units = answer("/api/v1/units");
  EXPECT_EQ(units["total"], 15);
  EXPECT_EQ(units["items"][0]["code"], "zhengfuban");
  EXPECT_EQ(units["items"][14]["code"], "shizheng");
}

TEST(Api, RefusesWithProblemsThatNameTheField) {
  const auto wrong = answer("/api/v1/tasks?unit=nobody", 422);
  EXPECT_EQ(wrong["status"], 422);
  EXPECT_EQ(wrong["errors"][0]["field"], "unit");
  EXPECT_EQ(answer("/api/v1/plan?year=1999", 422)["errors"][0]["field"], "year");
  EXPECT_EQ(answer("/api/v1/indicators/20", 404)["errors"].size(), 0u);
  EXPECT_EQ(answer("/api/v1/nothing", 404)["status"], 404);
}

}  // namespace sjsz::test
