// Settings that bear on history, on 3 September 2020: July was due on 5 August, August is due on 7 September.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "storage/period_rules_query.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

using ::testing::HasSubstr;

http::Response set(Portal& portal, const char* key, const char* value, const char* from) {
  return portal.as("office").post(std::string("/settings/") + key,
                                  {{"value", value}, {"from", from}, {"reason", "改期"}});
}

}  // namespace

TEST(ADueDay, ChangesNothingThatIsOverOrWouldBeOverAtOnce) {
  const struct {
    const char *key, *value, *from, *earliest;  // empty: it may count from then on
  } cases[] = {{"due_day", "8", "2020-08", ""},
               {"due_day", "8", "2020-12", ""},
               {"due_day", "8", "2020-07", "2020-08"},
               {"due_day", "8", "1999-01", "2020-08"},
               {"due_day", "2", "2020-08", "2020-09"},
               {"due_day", "5", "2020-01", ""},  // as it is already
               {"supporting_due_day", "3", "2020-08", ""},
               {"supporting_due_day", "", "2020-01", ""},
               {"supporting_due_day", "8", "2020-03", "2020-08"},
               {"supporting_due_day", "2", "2020-08", "2020-09"},
               {"jump_percent", "30", "2020-01", ""}};
  Portal portal(Content::demonstration);
  for (const auto& c : cases) {
    const auto july = due_dates({.month = {2020, 7}}, find_period_rules(*portal.db().reader()));
    const auto answer = set(portal, c.key, c.value, c.from);
    const auto what = std::string(c.key) + " " + c.value + " from " + c.from;
    EXPECT_EQ(answer.status, *c.earliest ? 422 : 303) << what;
    EXPECT_EQ(due_dates({.month = {2020, 7}}, find_period_rules(*portal.db().reader())), july) << what;
    if (!*c.earliest) continue;
    const Html page(*answer.body);
    EXPECT_EQ(page.text("//input[@name='from']/@value"), c.from) << what;
    EXPECT_THAT(page.text("//main"), HasSubstr(std::string("请从 ") + c.earliest + " 或以后的调度期起生效")) << what;
  }
}

TEST(ADueDay, ThatRepaintsHistoryIsAProblemOfItsFieldOnTheApi) {
  Portal portal(Content::demonstration);
  const auto answer = portal.with_token("office", TokenScope::write)
                          .send_json(http::Method::put, "/api/v1/settings/due_day",
                                     R"({"value": 8, "reason": "改期", "effective_from": "2020-07"})");
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(nlohmann::json::parse(*answer.body)["errors"][0]["field"], "effective_from");
}

TEST(ADueDay, IsFreeUntilTheFirstPeriodIsSet) {
  Portal portal;
  EXPECT_EQ(set(portal, "due_day", "8", "2020-01").status, 303);
}

}  // namespace sjsz::test
