// A reporter's month, as the reporter sees it, on the demonstration year: on 2020-09-03 区发改局 has 1, 4 and 12
// accepted, 2 and the narrative not begun, 5 returned, 7 submitted and 9 a complete draft.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/period_store.h"
#include "storage/report_store.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// For tests that only read.
Portal& demonstration() {
  static Portal portal(Content::demonstration);
  return portal;
}

Form full_form(int version, const std::string& progress) {
  return {{"version", std::to_string(version)},
          {"self_state", "behind"},
          {"completion", "６５％"},
          {"progress", progress},
          {"measures", "每周调度。"},
          {"problems", "设备到货晚。"},
          {"next_steps", "9月完成整套试运。"},
          {"expected_date", "2020年10月31日"},
          {"requirements.coal_use", "３12.4"}};
}

Form with(Form form, const std::string& name, const std::string& value) {
  for (auto& [field, old] : form) {
    if (field == name) {
      old = value;
      return form;
    }
  }
  form.emplace_back(name, value);
  return form;
}

// Of the form that the page shows: what a browser would send back.
int version_on(const Html& page) { return std::stoi(page.text("//form//input[@name='version']/@value")); }

std::string location(const http::Response& response) {
  EXPECT_EQ(response.status, 303);
  return std::string(response.header("Location"));
}

Html posted(Person& person, const std::string& target, const Form& form, int status) {
  const auto response = person.post(target, form);
  EXPECT_EQ(response.status, status) << target;
  return Html(*response.body);
}

const std::string kTask9 = "/reports/2020-08/9/fagai", kTask2 = "/reports/2020-08/2/fagai";
const std::string kNarrative = "/reports/2020-08/narrative/fagai", kConfirm = "/reports/2020-08/confirm";

}  // namespace

TEST(Ledger, SaysUntilWhenAndHowMuch) {
  const auto page = demonstration().as("fagai").page("/reports");
  EXPECT_EQ(page.text("//h1"), "本月填报　区发改局");
  EXPECT_EQ(page.text("//p[@class='due']"),
            "8月填报 · 9月7日前（5日为周六） · 共 7 项，已提交 5 项，还差 3 项：退回 1，填写中 1，未开始 1 · "
            "工作进展情况报告未开始");
  EXPECT_EQ(page.text("//select[@name='period']/option[@selected]"), "2020-08");
  EXPECT_EQ(page.text("//a[starts-with(text(), '核对并提交')]"), "核对并提交 1 项");
}

TEST(Ledger, PutsWhatWasReturnedOnTopWithTheReasonAndThenWhatIsOwedStill) {
  const auto page = demonstration().as("fagai").page("/reports?period=2020-08");
  const std::string rows = "//table[contains(@class, 'ltbl')]/tbody/tr";
  EXPECT_THAT(page.texts(rows + "/td[1]"), ElementsAre("5", "2", "9", "–", "1", "4", "7", "12"));
  EXPECT_THAT(page.texts(rows + "//span[contains(@class, 'state')]"),
              ElementsAre("退回修改", "未开始", "填写中", "未开始", "已审核", "已审核", "已提交", "已审核"));
  EXPECT_THAT(page.text(rows + "[1]//p[@class='ret']"), HasSubstr("两家企业名称和预计到货日期未写。"));
  EXPECT_THAT(page.texts(rows + "/td/a/text()"),
              ElementsAre("修改", "开始填写", "继续填写", "开始填写", "查看", "查看", "查看", "查看"));
  EXPECT_EQ(page.text(rows + "[3]/th/a/@href"), kTask9);
  EXPECT_THAT(page.text(rows + "[3]"), HasSubstr("已填完，可以提交"));
}

TEST(Ledger, HoldsThePaperCopyByNumber) {
  const auto page = demonstration().as("fagai").page("/reports?period=2020-08");
  const std::string paper = "//table[contains(@class, 'ptbl')]";
  EXPECT_THAT(page.texts(paper + "/tbody/tr/td[1]"), ElementsAre("1", "2", "4", "5", "7", "9", "12"));
  EXPECT_THAT(page.text(paper + "/tbody/tr[6]"), HasSubstr("1–8月煤炭消费 14.6320 万吨"));
  EXPECT_THAT(page.text("//p[@class='sign']"), HasSubstr("单位（盖章）"));
  EXPECT_EQ(page.count("//link[@media='print'][contains(@href, 'landscape.css')]"), 1u);
}

TEST(Ledger, SaysWhyThereIsNothingToReport) {
  Portal fresh;
  const auto none = fresh.as("fagai").page("/reports");
  EXPECT_THAT(none.text("//p[@class='empty']"), HasSubstr("首个调度期还没有设置"));
  EXPECT_EQ(none.count("//table"), 0u);
  EXPECT_THAT(demonstration().as("fagai").page("/reports?period=2019-12").text("//p[@class='empty']"),
              HasSubstr("早于首个调度期"));
  EXPECT_THAT(demonstration().as("fagai").page("/reports?period=2020-10").text("//p[@class='empty']"),
              HasSubstr("还没有开始"));
  EXPECT_EQ(demonstration().as("zhengfuban").page("/reports").text("//p[@class='empty']"),
            "您的单位本月没有应报事项。");
}

TEST(Ledger, SaysWhyItIsLocked) {
  const auto closed = demonstration().as("fagai").page("/reports?period=2020-05");
  EXPECT_THAT(closed.text("//p[contains(@class, 'note--warn')]"), HasSubstr("关闭"));
  EXPECT_THAT(closed.texts("//a[contains(@class, 'btn--main')]"), IsEmpty());
  EXPECT_THAT(demonstration().as("shuiwu").page("/reports?period=2020-05").text("//main"),
              HasSubstr("免报原因：5月水务在建项目"));
}

TEST(Ledger, IsOfUnitsThatReportAlone) {
  EXPECT_EQ(demonstration().get("/reports").status, 303);
  for (const char* name : {"leader", "admin", "auditor"}) {
    EXPECT_EQ(demonstration().as(name).get("/reports").status, 403) << name;
  }
  EXPECT_EQ(demonstration().as("fagai").get("/reports?period=2020-13").status, 422);
  EXPECT_EQ(demonstration().as("fagai").get("/reports?period=%3Cscript%3E").status, 422);
}

TEST(ReportForm, ShowsThePlansWordsAndTheMonthBefore) {
  const auto page = demonstration().as("fagai").page(kTask9);
  EXPECT_EQ(page.text("//h1"), "任务 9　压减煤炭消费");
  EXPECT_EQ(page.text("//blockquote/mark"), "其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。");
  EXPECT_EQ(page.text("//input[@name='requirements.coal_use']/@value"), "312.4");
  EXPECT_EQ(page.text("//input[@name='self_state'][@checked]/@value"), "behind");
  EXPECT_EQ(page.text("//input[@name='completion']/@value"), "60");
  const auto beside = page.text("//div[@class='frow'][.//textarea[@name='progress']]/div[@class='was']");
  EXPECT_THAT(beside, HasSubstr("7月"));
  EXPECT_THAT(beside, HasSubstr("进入分部试运"));
  EXPECT_THAT(beside, HasSubstr("历月填报"));
  EXPECT_EQ(page.count("//form//*[@aria-invalid]"), 0u);
  EXPECT_EQ(page.text("//button[contains(@class, 'btn--main')]"), "保存，填下一项");
}

TEST(ReportForm, OfASupportingLineHasTwoBoxesAndANarrativeOne) {
  const auto support = demonstration().as("fagai").page("/reports/2020-09/1/fagai");
  EXPECT_THAT(support.texts("//textarea/@name"), ElementsAre("no_progress_reason", "progress", "problems"));
  EXPECT_EQ(support.count("//input[@name='self_state']"), 0u);
  EXPECT_THAT(support.text("//main//form"), HasSubstr("2020年9月的填报从 2020年10月1日起提交，现在可以先保存草稿。"));
  EXPECT_EQ(support.count("//button[@value='confirm']"), 0u);
  const auto narrative = demonstration().as("fagai").page(kNarrative);
  EXPECT_THAT(narrative.texts("//textarea/@name"), ElementsAre("progress"));
}

TEST(ReportForm, ShowsALeadWhatTheSupportingUnitsSubmitted) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const auto beside = fagai.page(kTask9).text("//div[@class='frow'][.//textarea[@name='measures']]/div[@class='was']");
  EXPECT_THAT(beside, HasSubstr("区工信局　完成 3 家重点用煤企业能效对标"));
  EXPECT_THAT(beside, HasSubstr("区住建局　新增集中供热面积 12.6 万平方米"));
  const auto pulled = posted(fagai, kTask9, with(full_form(2, "本月完成整套试运。"), "do", "pull"), 200);
  const auto measures = pulled.text("//textarea[@name='measures']");
  EXPECT_THAT(measures, HasSubstr("每周调度。 （区工信局）完成 3 家重点用煤企业能效对标"));
  EXPECT_THAT(measures, HasSubstr("（市生态环境局历下分局）"));
  EXPECT_EQ(pulled.text("//textarea[@name='progress']"), "本月完成整套试运。");
  const auto twice = posted(fagai, kTask9, with(with(full_form(2, "x"), "measures", measures), "do", "pull"), 200);
  EXPECT_EQ(twice.text("//textarea[@name='measures']"), measures) << "what is there already is not put in again";
  EXPECT_THAT(fagai.page(kTask9).text("//textarea[@name='measures']"), Not(HasSubstr("（区工信局）"))) << "not saved";
}

TEST(ReportForm, TakesOverLastMonthWithoutSavingOrOverwriting) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const auto page = posted(fagai, kTask2, {{"version", "0"}, {"progress", "新写的进展。"}, {"do", "reuse"}}, 200);
  EXPECT_EQ(page.text("//textarea[@name='progress']"), "新写的进展。");
  EXPECT_EQ(page.text("//textarea[@name='measures']"), "实行空调温度巡查，检查公共建筑28栋。");
  EXPECT_EQ(page.text("//input[@name='completion']/@value"), "60");
  EXPECT_THAT(page.text("//p[@role='status']"), HasSubstr("还没有保存"));
  EXPECT_EQ(page.count("//form[@data-unsaved]"), 1u);
  EXPECT_FALSE(find_report(*portal.db().reader(), {{2020, 8}, TaskSeq{2}, {"fagai"}}));
  const auto one = posted(fagai, kTask2, {{"version", "0"}, {"progress", "新写的。"}, {"do", "reuse:progress"}}, 200);
  EXPECT_THAT(one.text("//textarea[@name='progress']"), testing::StartsWith("新写的。 高温天气用电攀升"));
  EXPECT_EQ(one.text("//textarea[@name='measures']"), "");
  EXPECT_EQ(fagai.post(kTask2, {{"version", "0"}, {"do", "explode"}}).status, 400);
}

TEST(ReportForm, KeepsAllThatWasTypedWhenSomethingIsWrong) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  auto form = with(with(full_form(2, "本月完成整套试运。"), "requirements.coal_use", "31２.4."), "do", "save");
  form = with(with(form, "completion", "1e400"), "expected_date", "后天");
  const auto page = posted(fagai, kTask9, form, 422);
  EXPECT_THAT(page.text("//head/title"), testing::StartsWith("错误：任务 9"));
  EXPECT_EQ(page.text("//div[@class='errsum noprint']/h2"), "有 3 处填写有误，改好才能保存");
  for (const auto& href : page.texts("//div[contains(@class, 'errsum')]//a/@href")) {
    const auto id = href.substr(1);
    EXPECT_EQ(page.count("//*[@id='" + id + "'][@aria-invalid='true']"), 1u) << id;
    const auto words = page.text("//*[@id='" + id + "-fault']/text()");
    EXPECT_THAT(page.text("//a[@href='" + href + "']"), testing::EndsWith(words)) << id;
  }
  EXPECT_EQ(page.text("//input[@name='requirements.coal_use']/@value"), "31２.4.");
  EXPECT_EQ(page.text("//input[@name='completion']/@value"), "1e400");
  EXPECT_EQ(page.text("//input[@name='expected_date']/@value"), "后天");
  EXPECT_EQ(page.text("//textarea[@name='progress']"), "本月完成整套试运。");
  EXPECT_EQ(find_report(*portal.db().reader(), {{2020, 8}, TaskSeq{9}, {"fagai"}})->version, 2) << "nothing was saved";
  std::string endless;
  for (int i = 0; i < 5001; ++i) endless += "长";
  EXPECT_EQ(fagai.post(kTask9, with(full_form(2, endless), "do", "save")).status, 422);
  EXPECT_EQ(fagai.post(kTask9, with(full_form(2, std::string(600'000, 'x')), "do", "save")).status, 413);
  EXPECT_EQ(fagai.post(kTask9, {{"do", "save"}, {"progress", "没有版本"}}).status, 400);
}

TEST(ReportForm, UnderstandsWhatPeopleType) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  EXPECT_EQ(location(fagai.post(kTask9, with(full_form(2, "本月完成整套试运。"), "do", "save"))),
            kTask9 + "?done=saved");
  const auto page = fagai.page(kTask9 + "?done=saved");
  EXPECT_EQ(page.text("//p[@role='status']"), "草稿已保存。");
  EXPECT_EQ(page.text("//input[@name='completion']/@value"), "65");
  EXPECT_EQ(page.text("//input[@name='requirements.coal_use']/@value"), "312.4");
  EXPECT_EQ(page.text("//input[@name='expected_date']/@value"), "2020-10-31");
}

TEST(ReportForm, SavesAnIncompleteDraftAndSaysWhatItLacksBeforeItCanGo) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const Form draft = {{"version", "0"}, {"self_state", "behind"}, {"progress", "三家企业完成能源审计。"}};
  const auto page = posted(fagai, kTask2, with(draft, "do", "confirm"), 422);
  EXPECT_THAT(page.text("//div[contains(@class, 'errsum')]/h2"), testing::StartsWith("已存为草稿；有 3 处要改"));
  EXPECT_EQ(page.count("//textarea[@name='problems'][@aria-invalid='true']"), 1u);
  EXPECT_EQ(version_on(page), 1) << "what was typed is saved";
  EXPECT_THAT(fagai.page("/reports").text("//tr[.//a[@href='" + kTask2 + "']][1]"),
              HasSubstr("还缺：完成比例、存在问题、下步打算"));
}

TEST(ReportForm, LeadsToTheNextLineThatIsNotFilledIn) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const auto nine = with(full_form(2, "本月完成整套试运。"), "do", "next");
  EXPECT_EQ(location(fagai.post(kTask9, nine)), kNarrative);
  EXPECT_EQ(location(fagai.post(kNarrative,
                                {{"version", "0"}, {"progress", "八月总体情况良好，各项推进。"}, {"do", "next"}})),
            "/reports/2020-08/5/fagai");
}

TEST(ReportForm, SavesItself) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const Headers by_itself = {{"Accept", "application/json"}};
  const auto saved = fagai.post(kTask9, with(full_form(2, "本月完成整套试运。"), "do", "save"), by_itself);
  EXPECT_EQ(saved.status, 200);
  EXPECT_THAT(*saved.body, testing::MatchesRegex(R"(\{"version":3,"saved_at":"[0-9][0-9]:[0-9][0-9]"\})"));
  const auto stale = fagai.post(kTask9, with(full_form(2, "另一台电脑。"), "do", "save"), by_itself);
  EXPECT_EQ(stale.status, 409);
  EXPECT_THAT(*stale.body, HasSubstr("同事刚改过这一项"));
  const auto wrong = with(with(full_form(3, "x"), "completion", "很多"), "do", "save");
  EXPECT_EQ(fagai.post(kTask9, wrong, by_itself).status, 422);
  EXPECT_EQ(fagai.page(kTask9).count("//form[@data-autosave]"), 1u);
}

TEST(ReportForm, ShowsBothTextsWhenTwoPeopleWroteAtOnce) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  EXPECT_EQ(fagai.post(kTask9, with(full_form(2, "甲写的进展，已经保存。"), "do", "save")).status, 303);
  const auto second = with(full_form(2, "乙写的进展，还没有保存。"), "do", "save");
  const auto page = posted(fagai, kTask9, second, 409);
  EXPECT_THAT(page.text("//div[contains(@class, 'errsum')]"), HasSubstr("您填的内容还没有保存"));
  EXPECT_EQ(page.text("//textarea[@name='progress']"), "乙写的进展，还没有保存。");
  EXPECT_THAT(page.text("//div[@class='frow'][.//textarea[@name='progress']]/div[@class='was']"),
              HasSubstr("甲写的进展，已经保存。"));
  EXPECT_EQ(find_report(*portal.db().reader(), {{2020, 8}, TaskSeq{9}, {"fagai"}})->text.progress,
            "甲写的进展，已经保存。");
  EXPECT_EQ(fagai.post(kTask9, with(second, "version", std::to_string(version_on(page)))).status, 303);
}

TEST(ReportForm, DraftsTheNarrativeFromTheLines) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const auto page = posted(fagai, kNarrative, {{"version", "0"}, {"progress", ""}, {"do", "compose"}}, 200);
  const auto text = page.text("//textarea[@name='progress']");
  EXPECT_THAT(text,
              testing::StartsWith(
                  "2020年8月，区发改局承担工作任务 7 项，其中牵头 3 项、共同负责 1 项、独立负责 1 项、配合 2 项。"));
  EXPECT_THAT(text, HasSubstr("一、工作进展 （一）淘汰落后产能（配合）。随同区工信局抽查租赁厂房3处"));
  EXPECT_THAT(text, HasSubstr("压减煤炭消费（牵头）。2号机组通流改造完成分部试运"));
  EXPECT_THAT(text, Not(HasSubstr("高耗能行业布局"))) << "nothing was written there";
  EXPECT_EQ(page.count("//link[@media='print'][contains(@href, 'document.css')]"), 1u);
}

TEST(Confirm, ShowsWhatChangedWhatGoesAndWhatStays) {
  const auto page = demonstration().as("fagai").page(kConfirm);
  EXPECT_THAT(page.texts("//section/input[@name='line']/@value"), ElementsAre("9:2"));
  EXPECT_EQ(page.text("//tr[th='平均供电煤耗低于310克/千瓦时' or contains(th, '供电煤耗')]/td[2]/ins"), "312.4");
  EXPECT_THAT(page.texts("//ol[@class='todo']/li/a"),
              ElementsAre("任务 5　传统行业绿色改造", "任务 2　高耗能行业布局", "工作进展情况报告"));
  EXPECT_THAT(page.text("//ol[@class='todo']/li[1]"), HasSubstr("退回后还没有修改"));
  EXPECT_EQ(page.text("//button[contains(@class, 'btn--main')]"), "提交 1 项给工作专班办公室");
}

TEST(Confirm, NamesTheOtherOfficeForTheOfficesOwnUnit) {
  EXPECT_THAT(demonstration().as("shengtai").page(kConfirm).text("//p[@class='head__sub']"),
              HasSubstr("市生态环境局历下分局 → 区政府办公室"));
}

TEST(Confirm, SubmitsOnceHoweverOftenTheButtonIsPressed) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const Form lines = {{"line", "9:2"}};
  const auto receipt = location(fagai.post(kConfirm, lines));
  EXPECT_THAT(receipt, testing::StartsWith("/receipts/2020-08-fagai-"));
  EXPECT_EQ(location(fagai.post(kConfirm, lines)), receipt);
  EXPECT_EQ(find_report(*portal.db().reader(), {{2020, 8}, TaskSeq{9}, {"fagai"}})->revisions, 1);
  const auto page = fagai.page(receipt);
  EXPECT_EQ(page.text("//h1"), "已提交 1 项");
  EXPECT_THAT(page.text("//p[@class='lede']"), HasSubstr("2020年8月，按时，待工作专班办公室审核。"));
  EXPECT_EQ(page.text("//dl/dd[1]"), receipt.substr(10));
  EXPECT_THAT(page.text("//dl"), HasSubstr("2020-09-03"));
  EXPECT_EQ(page.text("//h2"), "还差 2 项和工作进展情况报告");
  EXPECT_EQ(portal.as("gongxin").get(receipt).status, 404);
  EXPECT_EQ(portal.as("office").get(receipt).status, 200);
}

TEST(Confirm, RefusesWhatIsStaleIncompleteOrMalformed) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const auto stale = posted(fagai, kConfirm, {{"line", "9:1"}}, 409);
  EXPECT_THAT(stale.text("//p[@role='alert']"), HasSubstr("任务 9　压减煤炭消费：这一项已由"));
  EXPECT_EQ(fagai.post(kTask2, {{"version", "0"}, {"progress", "三家完成能源审计。"}, {"do", "save"}}).status, 303);
  const auto incomplete = posted(fagai, kConfirm, {{"line", "9:2"}, {"line", "2:1"}}, 422);
  EXPECT_THAT(incomplete.text("//p[@role='alert']"), HasSubstr("没有提交"));
  EXPECT_EQ(find_report(*portal.db().reader(), {{2020, 8}, TaskSeq{9}, {"fagai"}})->state, ReportState::draft)
      << "all or none";
  EXPECT_EQ(fagai.post(kConfirm, {}).status, 422);
  for (const char* line : {"9", "x:1", "9:-1", "9:2:3", ""}) {
    EXPECT_EQ(fagai.post(kConfirm, {{"line", line}}).status, 400) << line;
  }
  EXPECT_EQ(fagai.post(kConfirm, {{"line", "9:2"}, {"line", "9:2"}}).status, 400);
}

TEST(Report, IsReadWithItsHistoryAndWithdrawn) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  const std::string task7 = "/reports/2020-08/7/fagai";
  const auto page = fagai.page(task7);
  EXPECT_THAT(page.text("//p[@class='note noprint']"), HasSubstr("已提交，待专班办公室审核"));
  EXPECT_THAT(page.text("//ol[@class='hist']/li[1]"), HasSubstr("9月2日 10:20"));
  EXPECT_EQ(page.count("//textarea"), 0u);
  const auto version = page.text("//form[.//button[@value='withdraw']]/input/@value");
  EXPECT_EQ(location(fagai.post(task7, {{"version", version}, {"do", "withdraw"}})), task7 + "?done=withdrawn");
  EXPECT_EQ(fagai.page(task7).count("//textarea[@name='progress']"), 1u);
  const auto again = posted(fagai, task7, {{"version", version}, {"do", "withdraw"}}, 409);
  EXPECT_THAT(again.text("//p[@role='status']"), HasSubstr("没有撤回"));
}

TEST(Report, ThatCanBeWrittenNoMoreSaysSoAndKeepsWhatWasTyped) {
  Portal portal(Content::demonstration);
  auto fagai = portal.as("fagai");
  portal.db().write([](Writer& db) { set_period_closed(db, {2020, 8}, db.at()); });
  EXPECT_EQ(fagai.page(kTask9).count("//textarea"), 0u);
  EXPECT_THAT(fagai.page(kTask9).text("//p[@class='note noprint']"), HasSubstr("不能再填报"));
  const auto late = posted(fagai, kTask9, with(full_form(2, "还没来得及保存的文字。"), "do", "save"), 409);
  EXPECT_THAT(late.text("//div[contains(@class, 'errsum')]"), HasSubstr("还没来得及保存的文字。"));
  EXPECT_THAT(fagai.page("/reports/2020-05/9/fagai").text("//p[@class='note noprint']"), HasSubstr("关闭"));
  EXPECT_THAT(portal.as("shuiwu").page("/reports/2020-05/15/shuiwu").text("//p[@class='note noprint']"),
              HasSubstr("本月免报"));
}

TEST(Report, OfAnotherUnitIsSeenByThoseWhoMay) {
  auto& portal = demonstration();
  for (const char* stranger : {"gongxin", "zhujian", "jiaojing"}) {
    EXPECT_EQ(portal.as(stranger).get(kTask9).status, 404) << stranger << " of a draft";
    EXPECT_EQ(portal.as(stranger).get("/reports/2020-08/7/fagai").status, 404) << stranger << " of a submitted one";
    EXPECT_EQ(portal.as(stranger).post(kTask9, with(full_form(2, "x"), "do", "save")).status, 404) << stranger;
    const auto accepted = portal.as(stranger).page("/reports/2020-08/12/fagai");
    EXPECT_THAT(accepted.text("//main"), HasSubstr("备货累计252吨")) << stranger;
    EXPECT_EQ(accepted.count("//ol[@class='hist']"), 0u) << "history is of the unit, the office and leaders";
    EXPECT_EQ(portal.as(stranger).post("/reports/2020-08/12/fagai", {{"version", "3"}, {"do", "save"}}).status, 403);
  }
  EXPECT_EQ(portal.as("fagai").get("/reports/2020-08/9/zhujian").status, 200) << "accepted, of a task that it leads";
  for (const char* overseer : {"office", "leader"}) {
    const auto draft = portal.as(overseer).page(kTask9);
    EXPECT_EQ(draft.text("//p[@class='empty']"), "草稿只有填报单位能看到。");
    EXPECT_THAT(draft.text("//main"), Not(HasSubstr("2号机组"))) << overseer;
    EXPECT_THAT(portal.as(overseer).page("/reports/2020-08/7/fagai").text("//main"), HasSubstr("楼宇微改造开工4处"));
    EXPECT_THAT(portal.as(overseer).page("/reports/2020-08/5/fagai").text("//ol[@class='hist']"),
                HasSubstr("请核对口径"));
  }
  for (const char* target : {"/reports/2020-08/3/fagai", "/reports/2020-08/99/fagai", "/reports/2020-08/9/nobody",
                             "/reports/2020-08/narrative/zhengfuban", "/receipts/2020-08-fagai-99"}) {
    EXPECT_EQ(portal.as("fagai").get(target).status, 404) << target;
  }
}

}  // namespace sjsz::test
