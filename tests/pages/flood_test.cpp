// One account that sends more than people do: what it changes, and how many files at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/portal.h"

namespace sjsz::test {
namespace {

using http::Method;
using ::testing::HasSubstr;

constexpr const char* kLine = "/reports/2020-08/9/fagai";

// One a second, five at once.
void set_limit(Portal& portal, const char* limit) {
  const auto answer = portal.as("office").post("/settings/write_limit", {{"value", limit}, {"reason", "试验"}});
  ASSERT_EQ(answer.status, 303);
}

// Again and again, until it is too much.
template <class Send>
http::Response flood(Send send) {
  http::Response answer;
  for (int i = 0; i < 50 && answer.status != 429; ++i) answer = send();
  return answer;
}

}  // namespace

TEST(AFlood, OfOneAccountIsStoppedAndNobodyElseIs) {
  Portal portal(Content::demonstration);
  set_limit(portal, "1");
  auto fagai = portal.as("fagai");
  const auto answer = flood([&] { return fagai.post("/reports/2020-08/confirm", {{"line", "9:999"}}); });
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.header("Retry-After"), "1");
  EXPECT_THAT(*answer.body, HasSubstr("短时间内提交的次数过多"));
  EXPECT_EQ(fagai.get("/reports?period=2020-08").status, 200) << "reading is not counted";
  EXPECT_NE(portal.as("gongxin").post("/reports/2020-08/confirm", {{"line", "9:999"}}).status, 429);
}

TEST(AFlood, GivesBackWhatWasTypedIntoAReport) {
  Portal portal(Content::demonstration);
  set_limit(portal, "1");
  auto fagai = portal.as("fagai");
  const Form form = {{"do", "save"}, {"version", "0"}, {"progress", "完成现场核查，更新台账。"}};
  const auto answer = flood([&] { return fagai.post(kLine, form); });
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.header("Retry-After"), "1");
  const Html page(*answer.body);
  EXPECT_THAT(page.text("//p[@role='alert']"), HasSubstr("短时间内提交的次数过多，没有保存。"));
  EXPECT_THAT(page.text("//textarea[@name='progress']"), HasSubstr("完成现场核查，更新台账。"));
  EXPECT_EQ(fagai.post(kLine, form, {{"accept", "application/json"}}).status, 429);
}

TEST(AFlood, IsAProblemOnTheApiWithTokensToo) {
  Portal portal(Content::demonstration);
  set_limit(portal, "1");
  auto program = portal.with_token("fagai", TokenScope::write);
  const auto answer =
      flood([&] { return program.send_json(Method::put, std::string("/api/v1") + kLine, R"({"version": 999})"); });
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(answer.content_type, "application/problem+json");
  EXPECT_EQ(answer.header("Retry-After"), "1");
}

TEST(AFlood, IsNoneWhereTheOfficeLiftedTheLimit) {
  Portal portal(Content::demonstration);
  set_limit(portal, "0");
  auto fagai = portal.as("fagai");
  for (int i = 0; i < 150; ++i) ASSERT_NE(fagai.post("/reports/2020-08/confirm", {{"line", "9:999"}}).status, 429);
}

}  // namespace sjsz::test
