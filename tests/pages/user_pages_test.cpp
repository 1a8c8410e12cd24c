// The admin's accounts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/account_store.h"
#include "support/portal.h"

namespace sjsz::test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

class UserPages : public testing::Test {
 protected:
  std::optional<Account> account(const std::string& name) { return find_account(*portal_.db().reader(), name); }
  Portal portal_;
  Person admin_ = portal_.as("admin");
};

Form new_user(const std::string& name, const std::string& role, const std::string& unit) {
  return {{"name", name}, {"display", "王欣"}, {"role", role}, {"unit", unit}};
}

std::string path_of(const std::string& link) { return link.substr(link.find("/reset")); }

}  // namespace

TEST_F(UserPages, MakeAnAccountAndASlipWithALinkThatWorks) {
  const auto made = admin_.post("/admin/users", new_user("wang", "reporter", "fagai"));
  ASSERT_EQ(made.status, 200);
  const auto slip = Html(*made.body);
  EXPECT_THAT(slip.text("//ul[@class='slips']/li"), HasSubstr("单位：区发改局"));
  const auto link = slip.text("//p[@class='secret']");
  EXPECT_THAT(link, ::testing::StartsWith("http://portal.test/reset?token="));
  EXPECT_EQ(portal_.get(path_of(link)).status, 200);
  EXPECT_FALSE(account("wang")->has_password);
  EXPECT_THAT(admin_.page("/admin/users").texts("//tbody/tr/th"), ElementsAre("admin", "wang"));
}

TEST_F(UserPages, SayWhatIsWrongWithANewAccountAndKeepIt) {
  const struct {
    Form form;
    const char* words;
  } cases[] = {{new_user("admin", "leader", ""), "已经有了"},
               {new_user("Wang", "leader", ""), "小写字母"},
               {new_user("wang", "reporter", ""), "要选所属单位"},
               {new_user("wang", "leader", "fagai"), "不要选单位"},
               {new_user("wang", "reporter", "nowhere"), "没有代码为"}};
  for (const auto& one : cases) {
    const auto response = admin_.post("/admin/users", one.form);
    EXPECT_EQ(response.status, 422);
    const auto page = Html(*response.body);
    EXPECT_THAT(page.text("//div[@class='errsum']//a"), HasSubstr(one.words));
    EXPECT_EQ(page.text("//input[@name='display']/@value"), "王欣");
  }
  EXPECT_FALSE(account("wang"));
}

TEST_F(UserPages, DisableAndEnableOthers) {
  auto fagai = portal_.as("fagai");
  EXPECT_EQ(admin_.post("/admin/users/fagai/disable", {}).header("Location"), "/admin/users/fagai?done=disabled");
  EXPECT_TRUE(account("fagai")->disabled);
  EXPECT_EQ(fagai.get("/account").status, 303);
  EXPECT_EQ(admin_.post("/admin/users/fagai/link", {}).status, 409);
  EXPECT_THAT(admin_.page("/admin/users/fagai?done=disabled").text("//p[@role='status']"), HasSubstr("已停用"));
  admin_.post("/admin/users/fagai/enable", {});
  EXPECT_FALSE(account("fagai")->disabled);
}

TEST_F(UserPages, SayTheRoleOnceWhereItIsTheNameToo) {
  portal_.as("fagai");
  const auto made = admin_.post("/admin/users/fagai/link", {});
  const auto url = Html(*made.body).text("//*[contains(text(), '/reset?token=')]");
  const auto link = portal_.page(url.substr(url.find("/reset")));
  EXPECT_THAT(link.text("//main"), HasSubstr("这个链接由系统管理员于 "));
  EXPECT_THAT(admin_.page("/account").text("//p[@class='head__sub']"), "系统管理员，账号 admin");
}

TEST_F(UserPages, ChangeRoleAndUnitOfOthers) {
  portal_.as("fagai");
  EXPECT_EQ(admin_.post("/admin/users/fagai/role", {{"role", "leader"}, {"unit", ""}}).status, 303);
  EXPECT_EQ(account("fagai")->role, AccountRole::leader);
  EXPECT_EQ(account("fagai")->unit, std::nullopt);
  const auto refused = admin_.post("/admin/users/fagai/role", {{"role", "office"}, {"unit", ""}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(Html(*refused.body).text("//p[@role='alert']"), HasSubstr("要选所属单位"));
}

TEST_F(UserPages, LetNobodyChangeTheOwnRoleOrDisableOneself) {
  for (const char* verb : {"disable", "role"}) {
    const auto response = admin_.post(std::string("/admin/users/admin/") + verb, {{"role", "leader"}, {"unit", ""}});
    EXPECT_EQ(response.status, 409) << verb;
    EXPECT_THAT(Html(*response.body).text("//p[@role='alert']"), HasSubstr("自己")) << verb;
  }
  EXPECT_EQ(account("admin")->role, AccountRole::admin);
  EXPECT_EQ(admin_.page("/admin/users/admin").count("//form[contains(@action,'/disable')]"), 0u);
}

TEST_F(UserPages, LeaveOneAdminWhenTwoDisableEachOther) {
  portal_.db().write([](Writer& db) { insert_account(db, {"second", "赵四", AccountRole::admin, {}}, std::nullopt); });
  auto second = portal_.as("second");
  EXPECT_EQ(admin_.post("/admin/users/second/disable", {}).status, 303);
  EXPECT_EQ(second.post("/admin/users/admin/disable", {}).status, 303) << "to the sign-in: the session is over";
  EXPECT_FALSE(account("admin")->disabled);
  EXPECT_TRUE(account("second")->disabled);
}

TEST_F(UserPages, PreviewPastedRowsAndMakeNothingYet) {
  const std::string rows = "区发改局\t王欣\twang\t部门填报人\n区工信局\t李军\tli\t";
  const auto preview = admin_.post("/admin/users/preview", {{"rows", rows}});
  ASSERT_EQ(preview.status, 200);
  const auto page = Html(*preview.body);
  EXPECT_EQ(page.count("//tbody/tr"), 2u);
  EXPECT_EQ(page.count("//button[@formaction='/admin/users/batch']"), 1u);
  EXPECT_FALSE(account("wang"));
  const auto slips = Html(*admin_.post("/admin/users/batch", {{"rows", rows}}).body);
  EXPECT_EQ(slips.count("//ul[@class='slips']/li"), 2u);
  for (const auto& link : slips.texts("//p[@class='secret']")) EXPECT_EQ(portal_.get(path_of(link)).status, 200);
  EXPECT_EQ(account("li")->unit, UnitCode{"gongxin"});
}

TEST_F(UserPages, MakeAllPastedAccountsOrNone) {
  const std::string rows = "区发改局\t王欣\twang\t部门填报人\n区发政局\t李军\tli\t\n\t管理\tadmin\t管理员";
  for (const char* target : {"/admin/users/preview", "/admin/users/batch"}) {
    const auto response = admin_.post(target, {{"rows", rows}});
    EXPECT_EQ(response.status, 422) << target;
    const auto page = Html(*response.body);
    EXPECT_THAT(page.texts("//td/span[@class='err']"), ElementsAre(HasSubstr("区发政局"), HasSubstr("已经有了")));
    EXPECT_EQ(page.count("//button[@formaction='/admin/users/batch']"), 0u);
    EXPECT_THAT(page.text("//textarea"), HasSubstr("区发政局")) << "all that was pasted stays";
  }
  EXPECT_FALSE(account("wang"));
}

TEST_F(UserPages, KeepPastedTextThatHoldsNoAccounts) {
  const auto response = admin_.post("/admin/users/preview", {{"rows", "  \n"}});
  EXPECT_EQ(response.status, 422);
  EXPECT_THAT(Html(*response.body).text("//p[@id='f-rows-fault']"), HasSubstr("没有读到账号"));
  std::string many;
  for (int i = 0; i < 201; ++i) many += "区发改局\t王欣\twang" + std::to_string(i) + "\n";
  EXPECT_THAT(*admin_.post("/admin/users/preview", {{"rows", many}}).body, HasSubstr("wang200"));
}

TEST_F(UserPages, LeaveARowForEveryChange) {
  admin_.post("/admin/users", new_user("wang", "reporter", "fagai"));
  admin_.post("/admin/users/wang/role", {{"role", "leader"}, {"unit", ""}});
  admin_.post("/admin/users/wang/disable", {});
  admin_.post("/admin/users/wang/enable", {});
  admin_.post("/admin/users/admin/disable", {});
  portal_.as("fagai").get("/admin/users");
  EXPECT_THAT(
      portal_.audit_rows(),
      ::testing::IsSupersetOf(
          {HasSubstr(R"(account.add account:wang ok {"role":"reporter","unit":"fagai"})"),
           HasSubstr("account.invite_link account:wang ok"),
           HasSubstr(R"(account.role account:wang ok {"role":"leader","unit":null})"),
           HasSubstr("account.disable account:wang ok"), HasSubstr("account.enable account:wang ok"),
           HasSubstr("account.disable account:admin refused"), HasSubstr("access.refused GET /admin/users refused")}));
}

}  // namespace sjsz::test
