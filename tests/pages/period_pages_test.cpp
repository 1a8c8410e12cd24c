#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_month.h"
#include "storage/owed_query.h"
#include "storage/period_store.h"

namespace sjsz::test {
namespace {

using ::testing::HasSubstr;

const std::string kAugustPage = "/dispatch/2020-08";

}  // namespace

TEST(PeriodPages, MoveTheDueDateWithAReason) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office.post(kAugustPage + "/due", {{"due", "2999-01-10"}, {"due_reason", ""}}).status, 422);
  EXPECT_EQ(office.post(kAugustPage + "/due", {{"due", "2020年8月3日"}, {"due_reason", "核对口径"}}).status, 422);
  EXPECT_EQ(office.post(kAugustPage + "/due", {{"due", "2999年1月10日"}, {"due_reason", "核对口径"}}).status, 303);
  EXPECT_EQ(find_period(*month.portal.db().reader(), kAugust).due, (Date{2999, 1, 10}));
}

TEST(PeriodPages, KeepWhatWasTyped) {
  OfficeMonth month;
  const auto answer =
      month.portal.as("office").post(kAugustPage + "/due", {{"due", "明天"}, {"due_reason", "核对口径"}});
  EXPECT_EQ(answer.status, 422);
  const Html page(*answer.body);
  EXPECT_THAT(page.text("//title"), ::testing::StartsWith("错误："));
  EXPECT_EQ(page.text("//input[@name='due']/@value"), "明天");
  EXPECT_EQ(page.text("//input[@name='due_reason']/@value"), "核对口径");
  EXPECT_THAT(page.text("//p[@id='f-due-fault']"), HasSubstr("请填日期"));
}

TEST(PeriodPages, CloseOnceAndReopenForOneUnit) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const Form fagai = {{"unit", "fagai"}, {"reopen_reason", "补报"}, {"expires", "2999-01-10"}};
  EXPECT_EQ(office.post(kAugustPage + "/reopen", fagai).status, 409);
  EXPECT_EQ(office.post(kAugustPage + "/close", {}).status, 303);
  EXPECT_EQ(office.post(kAugustPage + "/close", {}).status, 409);
  EXPECT_EQ(office.post(kAugustPage + "/reopen", fagai).status, 303);
  const auto reopening = find_reopening(*month.portal.db().reader(), kAugust, {"fagai"});
  ASSERT_TRUE(reopening);
  EXPECT_EQ(business_minute(reopening->expires), "2999-01-11 00:00");
}

TEST(PeriodPages, ExemptALineAndLiftIt) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(
      office.post(kAugustPage + "/exemptions", {{"line", "2020-08.4.keji"}, {"exempt_reason", "统一报送"}}).status,
      303);
  EXPECT_TRUE(find_owed(*month.portal.db().reader(), line(4, "keji"))->exempt);
  EXPECT_EQ(office.post(kAugustPage + "/exemptions/lift", {{"line", "2020-08.4.keji"}}).status, 303);
  EXPECT_FALSE(find_owed(*month.portal.db().reader(), line(4, "keji"))->exempt);
}

TEST(PeriodPages, ExemptNothingThatWasSubmitted) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  EXPECT_EQ(month.portal.as("office")
                .post(kAugustPage + "/exemptions", {{"line", "2020-08.9.fagai"}, {"exempt_reason", "统一报送"}})
                .status,
            422);
}

TEST(PeriodPages, DecideNothingForTheOwnUnit) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const Form exemption = {{"line", "2020-08.3.shengtai"}, {"exempt_reason", "统一报送"}};
  EXPECT_EQ(office.post(kAugustPage + "/exemptions", exemption).status, 422);
  EXPECT_EQ(office.post(kAugustPage + "/close", {}).status, 303);
  const Form own = {{"unit", "shengtai"}, {"reopen_reason", "补报"}, {"expires", "2999-01-10"}};
  EXPECT_EQ(office.post(kAugustPage + "/reopen", own).status, 422);
  EXPECT_EQ(month.portal.as("zhengfuban").post(kAugustPage + "/exemptions", exemption).status, 303);
}

TEST(PeriodPages, AreTheOfficesAloneAndOfRealPeriods) {
  OfficeMonth month;
  EXPECT_EQ(month.portal.as("leader").get(kAugustPage).status, 403);
  EXPECT_EQ(month.portal.as("fagai").post(kAugustPage + "/close", {}).status, 403);
  EXPECT_EQ(month.portal.as("office").get("/dispatch/2019-12").status, 404);
}

}  // namespace sjsz::test
