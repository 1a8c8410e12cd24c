#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_month.h"
#include "storage/owed_query.h"
#include "storage/setting_store.h"
#include "storage/unit_store.h"

namespace sjsz::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Form kYaojia = {{"name", "姚家街道办事处"}, {"code", " Yaojia "}};

int owed_by(Portal& portal, const std::string& unit, const Month& month) {
  int count = 0;
  for (const auto& line : list_owed(*portal.db().reader(), month)) count += line.key.unit.value == unit;
  return count;
}

Month this_month() {
  const auto today = business_date(now());
  return {today.year, today.month};
}

}  // namespace

TEST(UnitSettings, ListUnitsInOfficialOrderWithWhatIsEntered) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office
                .post("/admin/units/fagai/contact",
                      {{"contact", " 王欣 "}, {"phone", "０５３１-12345678"}, {"reviewer", "赵志强"}})
                .status,
            303);
  const auto page = office.page("/admin/units");
  const auto names = page.texts("//tbody/tr/th/a");
  ASSERT_EQ(names.size(), 15u);
  EXPECT_EQ(names[0], "区政府办公室");
  EXPECT_EQ(names[2], "区发改局");
  EXPECT_THAT(page.text("//tr[th/a='区发改局']"), HasSubstr("0531-12345678"));
  EXPECT_THAT(page.text("//p[@class='head__sub']"), HasSubstr("14 个单位还没有填全"));
  EXPECT_THAT(month.portal.audit_rows(),
              Contains(HasSubstr(R"(unit.contact unit:fagai ok {"from":{"contact":"","phone":"","reviewer":""})")));
}

TEST(UnitSettings, StandOnThePrintedLedgerAndInTheListOfThoseToRemind) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  office.post("/admin/units/fagai/contact", {{"contact", "王欣"}, {"phone", "12345678"}, {"reviewer", "赵志强"}});
  EXPECT_THAT(month.portal.as("fagai").page("/reports?period=2020-08").text("//p[@class='sign']"),
              HasSubstr("审核人：赵志强"));
  EXPECT_EQ(office.page("/dispatch?period=2020-08").text("//div[@id='c-fagai']/p[1]"), "王欣　12345678");
}

TEST(UnitSettings, KeepWhatWasTypedAndNameEveryFault) {
  OfficeMonth month;
  std::string longer;
  for (int i = 0; i < 41; ++i) longer += "王";
  const auto answer = month.portal.as("office").post("/admin/units/fagai/contact",
                                                     {{"contact", longer}, {"phone", "1\n2"}, {"reviewer", "赵志强"}});
  EXPECT_EQ(answer.status, 422);
  const Html page(*answer.body);
  EXPECT_EQ(page.texts("//div[@class='errsum']//a/@href"), (std::vector<std::string>{"#f-contact", "#f-phone"}));
  EXPECT_EQ(page.text("//input[@name='contact']/@value"), longer);
  EXPECT_EQ(page.text("//input[@name='reviewer']/@value"), "赵志强");
}

TEST(UnitSettings, AMemberOwesFromThePeriodThatOpensNextInsteadOfItsGroup) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  month.portal.db().write([](Writer& db) { set_setting(db, "first_period", "2999-08"); });
  EXPECT_EQ(office.post("/admin/units/jiedao/members", kYaojia).status, 303);
  EXPECT_THAT(month.portal.audit_rows(), Contains(HasSubstr("unit.member unit:yaojia ok")));
  const int before = owed_by(month.portal, "jiedao", kAugust);
  EXPECT_GT(before, 1);
  EXPECT_EQ(owed_by(month.portal, "yaojia", kAugust), 0) << "what is open already does not change";
  const auto units = list_units(*month.portal.db().reader(), {2999, 8});
  EXPECT_TRUE(units.back().active);
  EXPECT_FALSE(list_units(*month.portal.db().reader(), {2999, 7}).back().active);
  EXPECT_EQ(office.page("/admin/units").texts("//tr[contains(th, '成员　')]/th/a"),
            (std::vector<std::string>{"姚家街道办事处"}));
  EXPECT_THAT(office.page("/admin/units/jiedao").texts("//ul[@class='dots']/li/a"), ElementsAre("姚家街道办事处"));
}

TEST(UnitSettings, AMemberOfARunningYearStandsWhereItsGroupStood) {
  OfficeMonth month;
  month.portal.db().write([](Writer& db) {
    insert_unit_member(db, {{"yaojia"}, "姚家街道办事处"}, {"jiedao"}, kAugust);
  });
  EXPECT_EQ(owed_by(month.portal, "jiedao", kAugust), 0);
  EXPECT_EQ(owed_by(month.portal, "yaojia", kAugust), owed_by(month.portal, "jiedao", {2020, 7}));
  EXPECT_THAT(month.portal.as("office").page("/dispatch?period=2020-08").texts("//table//tbody/tr/th"),
              Contains("姚家街道办事处"));
  EXPECT_EQ(month.portal.as("yaojia").page("/reports?period=2020-07").count("//table"), 0u);
  EXPECT_GT(month.portal.as("yaojia").page("/reports?period=2020-08").count("//table"), 0u);
}

TEST(UnitSettings, RefuseAMemberWhoseNameOrCodeIsTakenOrWrong) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  const auto taken = office.post("/admin/units/jiedao/members", {{"name", "区发改局"}, {"code", "fagai"}});
  EXPECT_EQ(taken.status, 422);
  const Html page(*taken.body);
  EXPECT_THAT(page.text("//p[@id='f-name-fault']"), HasSubstr("已经有名为“区发改局”的单位"));
  EXPECT_THAT(page.text("//p[@id='f-code-fault']"), HasSubstr("已经用了"));
  EXPECT_EQ(office.post("/admin/units/jiedao/members", {{"name", ""}, {"code", "姚家"}}).status, 422);
  EXPECT_EQ(office.post("/admin/units/fagai/members", kYaojia).status, 409) << "not a group";
}

TEST(UnitSettings, RenameAMemberAndNoUnitOfThePlan) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  office.post("/admin/units/jiedao/members", kYaojia);
  EXPECT_EQ(office.post("/admin/units/yaojia/name", {{"name", "姚家街道"}}).status, 303);
  EXPECT_EQ(find_unit(*month.portal.db().reader(), {"yaojia"})->name, "姚家街道");
  EXPECT_EQ(office.post("/admin/units/fagai/name", {{"name", "发改委"}}).status, 409);
  EXPECT_EQ(office.page("/admin/units/fagai").count("//form[contains(@action, '/name')]"), 0u);
}

TEST(UnitSettings, StopAndStartAUnitWithAReasonAndKeepItsPast) {
  OfficeMonth month;
  auto office = month.portal.as("office");
  EXPECT_EQ(office.post("/admin/units/keji/active", {{"active", "no"}}).status, 422);
  EXPECT_EQ(office.post("/admin/units/keji/active", {{"active", "no"}, {"reason", "机构改革"}}).status, 303);
  EXPECT_EQ(office.post("/admin/units/keji/active", {{"active", "no"}, {"reason", "机构改革"}}).status, 409);
  EXPECT_FALSE(find_unit(*month.portal.db().reader(), {"keji"})->active);
  EXPECT_GT(owed_by(month.portal, "keji", kAugust), 0);
  const auto active_in = [&](const Month& when) {
    const auto units = list_units(*month.portal.db().reader(), when);
    return std::ranges::find(units, UnitCode{"keji"}, &Unit::code)->active;
  };
  EXPECT_FALSE(active_in(this_month()));
  EXPECT_TRUE(active_in(plus_months(this_month(), -1)));
  EXPECT_EQ(office.post("/admin/units/keji/active", {{"active", "yes"}, {"reason", "恢复"}}).status, 303);
  EXPECT_TRUE(active_in(this_month()));
}

TEST(UnitSettings, LetNobodyStopTheOwnUnitAndSoExemptIt) {
  OfficeMonth month;
  const Form form = {{"active", "no"}, {"reason", "机构改革"}};
  const auto answer = month.portal.as("office").post("/admin/units/shengtai/active", form);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(*answer.body, HasSubstr("不能停用本单位"));
  EXPECT_THAT(*answer.body, HasSubstr("机构改革"));
  EXPECT_TRUE(find_unit(*month.portal.db().reader(), {"shengtai"})->active);
  EXPECT_EQ(month.portal.as("zhengfuban").post("/admin/units/shengtai/active", form).status, 303);
}

TEST(UnitSettings, AreTheOfficesAloneAndOfRealUnits) {
  OfficeMonth month;
  EXPECT_EQ(month.portal.as("admin").get("/admin/units").status, 403);
  EXPECT_EQ(month.portal.as("office").get("/admin/units/nobody").status, 404);
  EXPECT_EQ(month.portal.as("office").post("/admin/units/nobody/contact", {}).status, 404);
}

}  // namespace sjsz::test
