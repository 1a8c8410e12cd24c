#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_month.h"

namespace sjsz::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string version_of(OfficeMonth& month, const ReportKey& key) { return std::to_string(month.find(key).version); }

}  // namespace

TEST(Review, ShowsWhatWaitsLongestFirst) {
  OfficeMonth month;
  month.submit(line(9, "fagai"), full_text(), {2020, 9, 2});
  month.submit(line(10, "zhujian"), full_text(), {2020, 9, 1});
  const auto page = month.portal.as("office").page("/review");
  EXPECT_THAT(page.text("//h1"), HasSubstr("待审 2 项"));
  const auto queue = page.texts("//nav[@class='queue']//li/a");
  ASSERT_EQ(queue.size(), 2u);
  EXPECT_THAT(queue[0], HasSubstr("任务 10"));
  EXPECT_THAT(queue[1], HasSubstr("任务 9"));
  EXPECT_THAT(page.text("//article/h2"), HasSubstr("任务 10"));
}

TEST(Review, NamesWhoHasNotReviewedAndForHowLong) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.submit(line(3, "shengtai"));
  const auto offices = month.portal.as("office").page("/review").texts("//nav[@class='queue']//ul[last()]/li");
  ASSERT_EQ(offices.size(), 2u);
  EXPECT_THAT(offices[0], HasSubstr("市生态环境局历下分局"));
  EXPECT_THAT(offices[1], HasSubstr("区政府办公室：1 项，最久"));
}

TEST(Review, SetsTheTextBesideLastMonthsAndWarnsOfWhatFell) {
  OfficeMonth month;
  month.submit(line(9, "fagai", {2020, 7}), full_text("完成1号机组通流改造设备安装。"), {2020, 8, 3});
  auto text = full_text("完成2号机组通流改造设备安装。");
  text.completion = 50;
  month.submit(line(9, "fagai"), text);
  const auto page = month.portal.as("office").page("/review?line=2020-08.9.fagai");
  EXPECT_THAT(page.texts("//p[@class='diff as']/del"), ElementsAre("1"));
  EXPECT_THAT(page.texts("//p[@class='diff as']/ins"), ElementsAre("2"));
  EXPECT_THAT(page.text("//div[@class='note note--warn sp2']"), HasSubstr("完成比例比上期低"));
}

TEST(Review, SetsASecondDraftBesideTheFirst) {
  OfficeMonth month;
  month.submit(line(9, "fagai"), full_text("完成设备安装若干，正在推进。"));
  month.send_back(line(9, "fagai"), "请写明台数。");
  month.submit(line(9, "fagai"), full_text("完成设备安装两台，正在推进。"), {2020, 9, 3});
  const auto page = month.portal.as("office").page("/review");
  EXPECT_THAT(page.texts("//a[@aria-current='true' and contains(@href,'against')]"), ElementsAre("与第 1 稿比"));
  EXPECT_THAT(page.texts("//p[@class='diff as']/del"), ElementsAre("若干"));
  EXPECT_THAT(page.texts("//ol[@class='hist']/li"), ::testing::Contains(HasSubstr("请写明台数。")));
}

TEST(Review, ShowsNoTextOfWhatWasWithdrawn) {
  OfficeMonth month;
  auto fagai = month.portal.as("fagai");
  for (const char* text : {"完成设备安装若干，正在推进。", "完成设备安装两台，正在推进。"}) {
    month.submit(line(9, "fagai"), full_text(text), {2020, 9, 3});
    fagai.post("/reports/2020-08/9/fagai", {{"do", "withdraw"}, {"version", version_of(month, line(9, "fagai"))}});
  }
  ASSERT_EQ(month.find(line(9, "fagai")).state, ReportState::draft);
  for (const char* against : {"", "&against=revision", "&against=month"}) {
    const auto answer = month.portal.as("office").get(std::string("/review?line=2020-08.9.fagai") + against);
    EXPECT_THAT(*answer.body, ::testing::Not(HasSubstr("正在推进"))) << against;
  }
}

TEST(Review, AcceptsAndGoesOnToTheNext) {
  OfficeMonth month;
  month.submit(line(10, "zhujian"), full_text(), {2020, 9, 1});
  month.submit(line(9, "fagai"), full_text(), {2020, 9, 2});
  auto office = month.portal.as("office");
  const auto answer = office.post("/review/2020-08/10/zhujian/accept",
                                  {{"version", version_of(month, line(10, "zhujian"))}, {"judged_state", ""}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("Location"), "/review?line=2020-08.9.fagai&done=accept&about=2020-08.10.zhujian");
  EXPECT_EQ(office.page(std::string(answer.header("Location"))).text("//p[@role='status']"),
            "任务 10 区住建局8月的填报已审核通过。");
  const auto report = month.find(line(10, "zhujian"));
  EXPECT_EQ(report.state, ReportState::accepted);
  EXPECT_EQ(report.judged_state, WorkState::on_pace);
}

TEST(Review, KeepsWhatWasTypedWhenAnotherJudgementHasNoReason) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  const auto answer = month.portal.as("office").post(
      "/review/2020-08/9/fagai/accept", {{"version", version_of(month, line(9, "fagai"))}, {"judged_state", "off"}});
  EXPECT_EQ(answer.status, 422);
  const Html page(*answer.body);
  EXPECT_EQ(page.text("//select[@name='judged_state']/option[@selected]"), "严重滞后");
  EXPECT_THAT(page.text("//p[@id='f-accept-fault']"), HasSubstr("请写明理由"));
  EXPECT_THAT(page.text("//div[@class='errsum']//a[@href='#f-accept']"), HasSubstr("请写明理由"));
  EXPECT_THAT(page.text("//title"), ::testing::StartsWith("错误："));
  EXPECT_EQ(month.find(line(9, "fagai")).state, ReportState::submitted);
}

TEST(Review, ReturnsWithAReasonOnly) {
  OfficeMonth month;
  month.submit(line(0, "fagai"));
  auto office = month.portal.as("office");
  const auto version = version_of(month, line(0, "fagai"));
  EXPECT_EQ(office.post("/review/2020-08/0/fagai/return", {{"version", version}, {"comment", " "}}).status, 422);
  const auto answer =
      office.post("/review/2020-08/0/fagai/return", {{"version", version}, {"comment", "请附盖章扫描件。"}});
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("Location"), "/review?done=return&about=2020-08.0.fagai");
  EXPECT_EQ(office.page(std::string(answer.header("Location"))).text("//p[@role='status']"),
            "已退回区发改局8月的工作进展情况报告，填报单位会看到退回的原因。");
  EXPECT_EQ(month.find(line(0, "fagai")).state, ReportState::returned);
}

TEST(Review, ShowsThePresentStateAndWhatWasTypedWhenSomebodyWasFaster) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  const auto version = version_of(month, line(9, "fagai"));
  month.send_back(line(9, "fagai"), "请核对口径。");
  const auto answer = month.portal.as("office").post("/review/2020-08/9/fagai/return",
                                                     {{"version", version}, {"comment", "请补充企业名称。"}});
  EXPECT_EQ(answer.status, 409);
  const Html page(*answer.body);
  EXPECT_THAT(page.text("//div[@class='errsum']"), HasSubstr("请补充企业名称。"));
  EXPECT_THAT(page.text("//article"), HasSubstr("退回修改"));
}

TEST(Review, LetsNobodyJudgeTheOwnUnit) {
  OfficeMonth month;
  month.submit(line(3, "shengtai"));
  const Form form = {{"version", version_of(month, line(3, "shengtai"))}};
  auto own = month.portal.as("office");
  const auto page = own.page("/review?line=2020-08.3.shengtai");
  EXPECT_THAT(page.text("//article"), HasSubstr("本单位填报，由区政府办公室审核"));
  EXPECT_EQ(page.count("//article//form"), 0u);
  EXPECT_EQ(own.post("/review/2020-08/3/shengtai/accept", form).status, 403);
  EXPECT_EQ(month.find(line(3, "shengtai")).state, ReportState::submitted);
  EXPECT_EQ(month.portal.as("zhengfuban").post("/review/2020-08/3/shengtai/accept", form).status, 303);
}

TEST(Review, AcceptsAllWithoutWarningsTogether) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.submit(line(10, "zhujian"));
  auto behind = full_text();
  behind.self_state = WorkState::behind;
  behind.problems = "设备未到货，工期顺延。";
  month.submit(line(1, "gongxin"), behind);
  auto office = month.portal.as("office");
  Form form;
  for (const auto& word : office.page("/review/accept-clean").texts("//input[@name='line']/@value")) {
    form.emplace_back("line", word);
  }
  EXPECT_EQ(form.size(), 2u);
  const auto answer = office.post("/review/accept-clean", form);
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(office.page(std::string(answer.header("Location"))).text("//p[@role='status']"),
            "无提醒的 2 项已审核通过。");
  EXPECT_EQ(month.find(line(9, "fagai")).state, ReportState::accepted);
  EXPECT_EQ(month.find(line(10, "zhujian")).state, ReportState::accepted);
  EXPECT_EQ(month.find(line(1, "gongxin")).state, ReportState::submitted);
}

TEST(Review, AcceptsNoneOfManyIfOneHasChanged) {
  OfficeMonth month;
  month.submit(line(9, "fagai"));
  month.submit(line(10, "zhujian"));
  const Form form = {{"line", "2020-08.9.fagai." + version_of(month, line(9, "fagai"))},
                     {"line", "2020-08.10.zhujian." + version_of(month, line(10, "zhujian"))}};
  month.send_back(line(10, "zhujian"), "请核对。");
  const auto answer = month.portal.as("office").post("/review/accept-clean", form);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(*answer.body, HasSubstr("没有通过任何一项"));
  EXPECT_EQ(month.find(line(9, "fagai")).state, ReportState::submitted);
}

TEST(Review, AnswersForgedLinesCalmly) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office.get("/review?line=nothing").status, 404);
  EXPECT_EQ(office.get("/review?line=2020-08.9.fagai").status, 404);
  EXPECT_EQ(office.post("/review/2020-08/99/fagai/accept", {{"version", "1"}}).status, 404);
  EXPECT_EQ(office.post("/review/accept-clean", {{"line", "2020-08.9.fagai"}}).status, 422);
  EXPECT_EQ(office.post("/review/accept-clean", {}).status, 422);
}

TEST(Review, IsTheOfficesAlone) {
  OfficeMonth month;
  for (const char* name : {"fagai", "leader", "admin", "auditor"}) {
    EXPECT_EQ(month.portal.as(name).get("/review").status, 403) << name;
  }
  EXPECT_EQ(month.portal.get("/review").status, 303);
}

}  // namespace sjsz::test
