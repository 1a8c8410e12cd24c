// Supporting lines that are due by a day of their own: August 2020 on 3 September, all others on Monday the 7th.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "office_month.h"
#include "storage/period_store.h"
#include "storage/report_store.h"
#include "storage/setting_store.h"

namespace sjsz::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// As if the office had done it in time: by its page nothing changes that is over.
void set_day(Portal& portal, const std::string& day, const Month& from = kAugust) {
  portal.db().write([&](Writer& db) {
    insert_setting_change(db, {"supporting_due_day", day, from, "先收配合", Instant{}, "专班办公室"});
  });
}

std::string head_of(const Html& page) { return page.text("//h1/following-sibling::p"); }

}  // namespace

TEST(SupportingDue, IsASettingWithItsPeriodAndAuditRow) {
  Portal portal(Content::demonstration);
  auto office = portal.as("office");
  EXPECT_THAT(office.page("/settings").text("//main"), HasSubstr("配合事项截止日"));
  const auto set = [&](const char* day) {
    const Form form = {{"value", day}, {"from", "2020-08"}, {"reason", "先收"}};
    return office.post("/settings/supporting_due_day", form).status;
  };
  EXPECT_EQ(set("31"), 422);
  EXPECT_EQ(set("3"), 303);
  EXPECT_THAT(portal.audit_rows(), Contains(HasSubstr("setting.change supporting_due_day ok")));
  const auto settings = nlohmann::json::parse(*office.get("/api/v1/settings").body);
  EXPECT_THAT(settings.dump(), HasSubstr(R"("effective_from":"2020-08","key":"supporting_due_day")"));
}

TEST(SupportingDue, ChangesNothingUntilItIsSet) {
  OfficeMonth month;
  EXPECT_THAT(month.portal.page("/login").text("//main"), Not(HasSubstr("配合事项")));
  EXPECT_THAT(head_of(month.portal.as("office").page("/dispatch?period=2020-08")), Not(HasSubstr("配合事项")));
  EXPECT_THAT(head_of(month.portal.as("fagai").page("/reports?period=2020-08")), Not(HasSubstr("配合事项")));
}

TEST(SupportingDue, StandsBesideTheOtherOneWhereverADateIsShown) {
  OfficeMonth month;
  set_day(month.portal, "3");
  const struct {
    const char *who, *page, *words;
  } cases[] = {{"fagai", "/reports?period=2020-08", "9月7日前（5日为周六），配合事项 9月3日前"},
               {"fagai", "/reports/2020-08/confirm", "9月7日（配合事项9月3日） 24 时截止"},
               {"fagai", "/reports/2020-08/9/fagai", "9月7日 24 时截止"},
               {"fagai", "/reports/2020-08/4/fagai", "9月3日 24 时截止"},
               {"fagai", "/reports/2020-08/narrative/fagai", "9月7日 24 时截止"},
               {"office", "/dispatch?period=2020-08", "9月7日 24 时；配合事项9月3日 24 时"},
               {"office", "/dispatch/2020-08", "9月7日（配合事项9月3日） 24 时截止"}};
  for (const auto& c : cases) {
    EXPECT_THAT(month.portal.as(c.who).page(c.page).text("//h1/.."), HasSubstr(c.words)) << c.page;
  }
}

TEST(SupportingDue, DecidesWhatIsLateInFormBoardReviewAndApi) {
  OfficeMonth month;
  set_day(month.portal, "3");
  for (const int task : {4, 9}) month.submit(line(task, "fagai"), full_text(), {2020, 9, 4});
  EXPECT_TRUE(list_revisions(*month.portal.db().reader(), month.find(line(4, "fagai")).id).at(0).late);
  EXPECT_FALSE(list_revisions(*month.portal.db().reader(), month.find(line(9, "fagai")).id).at(0).late);
  auto office = month.portal.as("office");
  const auto board = office.page("/dispatch?period=2020-08");
  EXPECT_EQ(board.count("//td/a[contains(., '任务 4，配合') and contains(., '迟报')]"), 1u);
  EXPECT_EQ(board.count("//td/a[contains(., '任务 9，') and contains(., '迟报')]"), 0u);
  EXPECT_THAT(board.texts("//p[@class='lede']").at(0), HasSubstr("及时 1/42"));
  EXPECT_EQ(office.page("/review?line=2020-08.4.fagai").text("//p[@class='soft']/b"), "迟报");
  EXPECT_EQ(office.page("/review?line=2020-08.9.fagai").text("//p[@class='soft']/b"), "按时");
  for (const auto& [task, due, late] : {std::tuple{"4", "2020-09-03", true}, {"9", "2020-09-07", false}}) {
    const auto target = std::string("/api/v1/reports/2020-08/") + task + "/fagai";
    const auto report = nlohmann::json::parse(*month.portal.as("fagai").get(target).body);
    EXPECT_EQ(report["due"], due);
    EXPECT_EQ(report["late"], late);
  }
}

TEST(SupportingDue, IsHowLongTheToDoListAndTheCallSayThereIs) {
  Portal portal(Content::demonstration);  // on 2020-09-03
  const auto todo = [&] { return portal.as("fagai").page("/").texts("//ol[@class='todo']/li"); };
  const auto call = [&] {
    return portal.as("office").page("/dispatch?period=2020-08").text("//div[@id='c-fagai']/p[2]");
  };
  portal.db().write([](Writer& db) {
    db.query("UPDATE report SET state = 'draft' WHERE month = '2020-08' AND task = 4 AND unit = 'fagai'").run();
  });
  EXPECT_THAT(todo(), Not(Contains(HasSubstr("没有提交"))));
  EXPECT_THAT(call(), HasSubstr("情况报告（未开始）。请于 9月7日 24 时前在系统中提交。"));
  set_day(portal, "2");
  EXPECT_THAT(call(), HasSubstr("情况报告（未开始）。配合事项截止时间 9月2日 24 时 已过，请尽快在系统中提交。"
                                "其他事项请于 9月7日 24 时前在系统中提交。"));
  EXPECT_THAT(todo(), Contains(HasSubstr("2020年8月配合事项还有 1 项没有提交")));
  set_day(portal, "4");
  EXPECT_THAT(todo(), Contains(HasSubstr("还有 1 天截止")));
}

TEST(SupportingDue, LetsTheBoardCountWhatIsMissingBesideWhatIsNotDueYet) {
  Portal portal(Content::demonstration);
  set_day(portal, "2");
  portal.db().write([](Writer& db) {
    db.query("UPDATE report SET state = 'draft' WHERE month = '2020-08' AND task = 4 AND unit = 'fagai'").run();
  });
  EXPECT_THAT(portal.as("office").page("/dispatch?period=2020-08").texts("//p[@class='lede']").at(0),
              HasSubstr("），未报 1，未到期 2；"));
}

TEST(SupportingDue, GivesWayToADateThatIsSetForOnePeriod) {
  Portal portal(Content::demonstration);
  set_day(portal, "3");
  auto office = portal.as("office");
  EXPECT_EQ(office.post("/dispatch/2020-08/due", {{"due", "2020-09-10"}, {"due_reason", "系统停机"}}).status, 303);
  EXPECT_THAT(portal.audit_rows(),
              Contains(HasSubstr(R"({"from":"2020-09-07","supporting_from":"2020-09-03","to":"2020-09-10")")));
  EXPECT_THAT(head_of(office.page("/dispatch/2020-08")), HasSubstr("9月10日 24 时截止"));
}

TEST(SupportingDue, IsKeptWhereACalendarChangesAfterwards) {
  OfficeMonth month;
  set_day(month.portal, "3", {2020, 3});
  auto office = month.portal.as("office");
  const Html page(*office.post("/admin/calendar/preview", {{"year", "2020"}, {"rows", "2020-10-01 放假 国庆节"}}).body);
  EXPECT_THAT(page.text("//p[@class='note']"), HasSubstr("2020年3月仍为 2020年4月7日（配合事项2020年4月3日）"));
  const Form form = {{"year", "2020"},
                     {"rows", "2020-10-01 放假 国庆节"},
                     {"seen", page.text("//input[@name='seen']/@value")},
                     {"reason", "更正"}};
  EXPECT_EQ(office.post("/admin/calendar", form).status, 303);
  auto db = month.portal.db().reader();
  EXPECT_EQ(due_dates(find_period(*db, {2020, 3}), find_period_rules(*db)), (DueDates{{2020, 4, 7}, {2020, 4, 3}}));
}

TEST(LoginPage, NamesTheDaysOfThePeriodThatIsReportedNow) {
  Portal portal(Content::demonstration);
  auto office = portal.as("office");
  EXPECT_EQ(office.post("/settings/due_day", {{"value", "8"}, {"from", "2999-01"}, {"reason", "以后改期"}}).status,
            303);
  EXPECT_THAT(portal.page("/login").text("//main"), HasSubstr("5 日 24 时截止"));
  EXPECT_EQ(office.post("/settings/due_day", {{"value", "9"}, {"from", "2020-08"}, {"reason", "改期"}}).status, 303);
  EXPECT_THAT(portal.page("/login").text("//main"), HasSubstr("9 日 24 时截止"));
  set_day(portal, "3");
  EXPECT_THAT(portal.page("/login").text("//main"), HasSubstr("9 日（配合事项 3 日） 24 时截止"));
}

}  // namespace sjsz::test
