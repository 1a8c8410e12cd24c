#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_month.h"
#include "storage/calendar_store.h"
#include "storage/period_store.h"
#include "storage/setting_store.h"

namespace sjsz::test {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// A year of which the seed has no calendar: 5 March 2998 is a Monday, 7 April a Saturday.
const std::string kRows = "2998年3月5日 放假 试验节\n4月7日上班";

Form preview_of(const std::string& rows) { return {{"year", "2998"}, {"rows", rows}}; }

std::vector<CalendarDay> days_of_2998(Portal& portal) {
  auto days = list_calendar_days(*portal.db().reader());
  std::erase_if(days, [](const CalendarDay& day) { return day.date.year != 2998; });
  return days;
}

Form confirmation(const Html& preview, const std::string& reason) {
  return {
      {"year", "2998"}, {"rows", kRows}, {"seen", preview.text("//input[@name='seen']/@value")}, {"reason", reason}};
}

}  // namespace

TEST(CalendarSetting, ShowsTheYearsDaysOrThatThereAreNone) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto page = office.page("/admin/calendar?year=2020");
  EXPECT_EQ(page.count("//tbody/tr[contains(., '2020年10月10日') and contains(., '调休上班')]"), 1u);
  EXPECT_THAT(page.text("//textarea"), HasSubstr("2020-10-01"));
  EXPECT_THAT(office.page("/admin/calendar?year=2998").text("//p[@class='note note--warn']"),
              HasSubstr("2998 年还没有录入节假日安排，只按周六、周日计算休息日"));
  EXPECT_EQ(office.get("/admin/calendar?year=x").status, 422);
}

TEST(CalendarSetting, ShowsWhichDueDatesMoveBeforeAnythingIsStored) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto answer = office.post("/admin/calendar/preview", preview_of(kRows));
  EXPECT_EQ(answer.status, 200);
  const Html page(*answer.body);
  EXPECT_EQ(page.texts("//table[caption[contains(., '截止日期会变')]]/tbody/tr"),
            (std::vector<std::string>{"2998年2月2998年3月5日2998年3月6日"}));
  EXPECT_TRUE(days_of_2998(month.portal).empty());

  EXPECT_EQ(office.post("/admin/calendar", confirmation(page, "")).status, 422);
  EXPECT_EQ(office.post("/admin/calendar", confirmation(page, "国办通知")).status, 303);
  ASSERT_EQ(days_of_2998(month.portal).size(), 2u);
  EXPECT_EQ(days_of_2998(month.portal)[0].name, "试验节");
  EXPECT_THAT(
      month.portal.audit_rows(),
      Contains(HasSubstr(R"(calendar.change calendar:2998 ok {"reason":"国办通知","moves":[{"period":"2998-02")")));
  EXPECT_EQ(office.post("/admin/calendar", confirmation(page, "国办通知")).status, 409) << "changed since";
}

TEST(CalendarSetting, IsMissedWhereADueDateIsShown) {
  OfficeMonth month;
  const std::string words = "2020 年节假日未录入，只按周末顺延";
  EXPECT_THAT(month.portal.as("office").page("/dispatch?period=2020-08").text("//h1/following-sibling::p"),
              Not(HasSubstr(words)));
  month.portal.db().write([](Writer& db) { set_calendar_days(db, 2020, {}); });
  EXPECT_THAT(month.portal.as("office").page("/dispatch?period=2020-08").text("//h1/following-sibling::p"),
              HasSubstr(words));
  EXPECT_THAT(month.portal.as("fagai").page("/reports?period=2020-08").text("//h1/following-sibling::p"),
              HasSubstr("2020年节假日未录入"));
}

TEST(CalendarSetting, KeepsTheDueDatesThatAreOver) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto answer = office.post("/admin/calendar/preview", {{"year", "2020"}, {"rows", "2020-10-01 放假 国庆节"}});
  const Html page(*answer.body);
  EXPECT_THAT(page.text("//p[@class='note']"), HasSubstr("2020年3月仍为 2020年4月7日"));
  const Form form = {{"year", "2020"},
                     {"rows", "2020-10-01 放假 国庆节"},
                     {"seen", page.text("//input[@name='seen']/@value")},
                     {"reason", "更正"}};
  EXPECT_EQ(office.post("/admin/calendar", form).status, 303);
  auto db = month.portal.db().reader();
  EXPECT_EQ(to_string(due_dates(find_period(*db, {2020, 3}), find_period_rules(*db)).lead), "2020-04-07");
}

TEST(CalendarSetting, KeepsWhatWasPastedAndSaysWhatIsWrong) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto answer = office.post("/admin/calendar/preview", preview_of("3月5日 放假\n3月6日 上班"));
  EXPECT_EQ(answer.status, 422);
  const Html page(*answer.body);
  EXPECT_THAT(page.text("//tr[td='第 2 行']"), HasSubstr("本来就是工作日"));
  EXPECT_THAT(page.text("//textarea"), HasSubstr("3月6日 上班"));
  EXPECT_EQ(page.count("//input[@name='seen']"), 0u);
  EXPECT_EQ(office.post("/admin/calendar/preview", preview_of(" ")).status, 422);
  EXPECT_EQ(office.post("/admin/calendar", preview_of("3月6日 上班")).status, 422);
  EXPECT_TRUE(days_of_2998(month.portal).empty());
}

TEST(CalendarSetting, ReadsAFile) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto upload = [&](const std::string& bytes) {
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2998\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"rows\"\r\n\r\n旧\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n" +
        bytes + "\r\n--b--\r\n";
    return office.send(http::Method::post, "/admin/calendar/preview",
                       {{"Origin", "http://portal.test"}, {"Content-Type", "multipart/form-data; boundary=b"}}, body);
  };
  const auto json = upload(R"({"days":[{"name":"试验节","date":"2998-03-05","isOffDay":true}]})");
  EXPECT_EQ(json.status, 200);
  EXPECT_EQ(Html(*json.body).text("//input[@name='rows']/@value"), "2998-03-05 放假 试验节");
  EXPECT_EQ(upload("日期,名称\n2998-03-05,试验节\n").status, 200);
  EXPECT_EQ(upload("{\"days\":1}").status, 422);
  const auto other = upload("2998-03-05,\xB7\xC5\xBC\xD9");
  EXPECT_EQ(other.status, 422);
  EXPECT_THAT(Html(*other.body).text("//p[@id='f-rows-fault']"), HasSubstr("UTF-8"));
}

}  // namespace sjsz::test
