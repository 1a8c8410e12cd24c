#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_month.h"
#include "storage/period_store.h"
#include "storage/reminder_store.h"

namespace sjsz::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kAugustBoard = "/dispatch?period=2020-08";

std::string row_of(const std::string& unit) { return "//table//tr[th/a='" + unit + "']"; }

}  // namespace

TEST(Dispatch, CountsEachLineOnceAndShowsTheDenominator) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.submit(line(10, "zhujian"), full_text(), {2020, 9, 8});  // a day late
  month.submit(line(5, "fagai"));
  month.send_back(line(5, "fagai"), "请核对。");
  month.save(line(2, "fagai"), full_text());
  const auto counts = month.portal.as("office").page(kAugustBoard).texts("//p[@class='lede']");
  EXPECT_EQ(counts.at(0),
            "应报任务 42 项：已报 3（已审 0，待审 2，退回 1；其中本月无新进展 0），未报 39；另有免报 0。"
            "及时 2/42（4.8 %），完成 3/42（7.1 %）。");
  EXPECT_THAT(counts.at(1), HasSubstr("工作进展情况报告 14 份：已报 0"));
}

TEST(Dispatch, ShowsUnitsInOfficialOrderWithAMarkForEachLine) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.save(line(2, "fagai"), full_text());
  const auto page = month.portal.as("office").page(kAugustBoard);
  const auto units = page.texts("//table//tbody/tr/th");
  ASSERT_EQ(units.size(), 14u);
  EXPECT_EQ(units[0], "区工信局");
  EXPECT_EQ(units[1], "区发改局");
  EXPECT_THAT(page.text(row_of("区发改局") + "/td[10]"), HasSubstr("待（任务 9"));
  EXPECT_THAT(page.text(row_of("区发改局") + "/td[3]"), HasSubstr("填（任务 2"));
  EXPECT_EQ(page.text(row_of("区发改局") + "/td[4]"), "");
  EXPECT_EQ(page.text(row_of("区发改局") + "/td[10]/a/@href"), "/review?line=2020-08.9.fagai");
}

TEST(Dispatch, ShowsThoseAskedForAlone) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  auto office = month.portal.as("office");
  EXPECT_THAT(office.page(kAugustBoard + "&state=waiting").texts("//table//tbody/tr/th"), ElementsAre("区发改局"));
  EXPECT_EQ(office.page(kAugustBoard + "&state=late").count("//table"), 0u);
  EXPECT_EQ(office.get(kAugustBoard + "&state=nothing").status, 422);
  EXPECT_EQ(office.get("/dispatch?period=2019-12").status, 422);
}

TEST(Dispatch, WritesTheWordsToSendToAUnitThatOwes) {
  OfficeMonth month;
  for (const int task : {8, 16, 1, 11}) month.submit(line(task, "shijian"));
  const auto page = month.portal.as("office").page(kAugustBoard);
  EXPECT_THAT(page.text("//div[@id='c-shijian']/p[2]"),
              HasSubstr("区市场监管局：2020年8月“四减四增”填报还差 1 项：工作进展情况报告（未开始）。"));
  month.submit(line(0, "shijian"));
  EXPECT_EQ(month.portal.as("office").page(kAugustBoard).count("//div[@id='c-shijian']"), 0u);
}

TEST(Dispatch, NotesWhoWasRemindedHow) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office.post("/dispatch/2020-08/fagai/reminders", {{"way", "phone"}, {"note", "今天下午报"}}).status, 303);
  EXPECT_THAT(office.page(kAugustBoard).texts("//ol[@class='hist']/li"), Contains(HasSubstr("电话催区发改局")));
  const auto reminders = list_reminders(*month.portal.db().reader(), kAugust);
  ASSERT_EQ(reminders.size(), 1u);
  EXPECT_EQ(reminders[0].note, "今天下午报");
}

TEST(Dispatch, KeepsAReminderThatLacksItsWay) {
  OfficeMonth month;
  const auto answer =
      month.portal.as("office").post("/dispatch/2020-08/fagai/reminders", {{"way", "pigeon"}, {"note", "今天下午报"}});
  EXPECT_EQ(answer.status, 422);
  const Html page(*answer.body);
  EXPECT_EQ(page.text("//input[@id='c-fagai-note']/@value"), "今天下午报");
  EXPECT_EQ(page.count("//div[@class='errsum']//a[@href='#c-fagai-way']"), 1u);
  EXPECT_THAT(page.text("//title"), ::testing::StartsWith("错误："));
  EXPECT_TRUE(list_reminders(*month.portal.db().reader(), kAugust).empty());
}

TEST(Dispatch, TakesNoReminderForAUnitThatOwesNothing) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office.post("/dispatch/2020-08/zhengfuban/reminders", {{"way", "phone"}}).status, 404);
  EXPECT_EQ(office.post("/dispatch/2999-08/fagai/reminders", {{"way", "phone"}}).status, 404);
}

TEST(Dispatch, IsReadByLeadersAndChangedByTheOfficeAlone) {
  OfficeMonth month;
  auto leader = month.portal.as("leader");
  EXPECT_EQ(leader.page(kAugustBoard).count("//main//form[@method='post']"), 0u);
  EXPECT_EQ(leader.post("/dispatch/2020-08/fagai/reminders", {{"way", "phone"}}).status, 403);
  EXPECT_EQ(month.portal.as("fagai").get("/dispatch").status, 403);
}

TEST(Dispatch, ShowsPhonesToTheOfficeAlone) {
  OfficeMonth month;
  month.portal.as("office").post("/admin/units/fagai/contact", {{"contact", "王欣"}, {"phone", "12345678"}});
  EXPECT_EQ(month.portal.as("office").page(kAugustBoard).text("//div[@id='c-fagai']/p[1]"), "王欣　12345678");
  EXPECT_EQ(month.portal.as("leader").page(kAugustBoard).text("//div[@id='c-fagai']/p[1]"), "王欣");
}

TEST(Dispatch, SaysThatNothingIsOwedBeforeTheFirstPeriodIsSet) {
  Portal portal;
  const auto page = portal.as("office").page("/dispatch");
  EXPECT_THAT(page.text("//p[@class='empty']"), HasSubstr("首个调度期还没有设置"));
  EXPECT_EQ(page.count("//table"), 0u);
}

TEST(Todo, NamesWhatWasReturnedAndWhatWaits) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.submit(line(5, "fagai"));
  month.send_back(line(5, "fagai"), "请核对。");
  EXPECT_THAT(month.portal.as("fagai").page("/").texts("//ol[@class='todo']/li"),
              Contains(HasSubstr("8月 任务 5　传统行业绿色改造")));
  EXPECT_THAT(month.portal.as("office").page("/").text("//ol[@class='todo']/li"), HasSubstr("1 项填报等待审核"));
  EXPECT_EQ(month.portal.page("/").count("//ol[@class='todo']"), 0u);
  EXPECT_EQ(month.portal.as("leader").page("/").count("//ol[@class='todo']"), 0u);
}

TEST(Todo, IsCountedInTheNavigationOfEveryPage) {
  Portal portal(Content::demonstration);
  const auto counted = [&](const char* name, const char* path) {
    return portal.as(name).page(path).texts("//nav[@class='nav']//a[b]");
  };
  for (const char* path : {"/", "/plan", "/tasks/9", "/account"}) {
    EXPECT_THAT(counted("fagai", path), ElementsAre("本月填报，待办 1")) << path << ": returned";
    EXPECT_THAT(counted("office", path), ElementsAre("审核，待办 6")) << path << ": none of the own unit";
    EXPECT_THAT(counted("zhengfuban", path), ElementsAre("审核，待办 7")) << path;
    EXPECT_THAT(counted("leader", path), ElementsAre()) << path;
  }
  portal.db().write([](Writer& db) { set_period_due(db, kAugust, {{2020, 9, 4}, {2020, 9, 4}}, "提前"); });
  EXPECT_THAT(counted("fagai", "/plan"), ElementsAre("本月填报，待办 4")) << "and due tomorrow";
  EXPECT_THAT(counted("zhujian", "/plan"), ElementsAre());
}

}  // namespace sjsz::test
