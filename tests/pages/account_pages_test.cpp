// One's own account: sessions, password, tokens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/password.h"
#include "storage/account_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "support/portal.h"

namespace sjsz::test {

using ::testing::HasSubstr;

namespace {

constexpr const char* kPassword = "泉城的秋天很好看呀一二三";
constexpr const char* kNewPassword = "lvse-chuxing-8km-dao-yanshan";

class AccountPage : public testing::Test {
 protected:
  AccountPage() {
    portal_.as("fagai");
    const auto hash = hash_password(kPassword);
    portal_.db().write([&](Writer& db) { set_password_hash(db, find_account(db, "fagai")->id, hash); });
  }
  AccountId id() { return find_account(*portal_.db().reader(), "fagai")->id; }
  Portal portal_;
};

Form passwords(const std::string& current, const std::string& password, const std::string& again) {
  return {{"current", current}, {"password", password}, {"again", again}};
}

}  // namespace

TEST_F(AccountPage, ListsSessionsAndEndsTheOthers) {
  auto here = portal_.as("fagai");
  auto there = portal_.as("fagai");
  const auto page = here.page("/account");
  EXPECT_EQ(page.count("//table[1]//tr[td]"), 3u);
  EXPECT_EQ(page.count("//span[.='当前登录']"), 1u);
  EXPECT_EQ(here.post("/account/sessions/end", {{"session", "others"}}).status, 303);
  EXPECT_EQ(there.get("/account").status, 303);
  EXPECT_EQ(here.page("/account").count("//table[1]//tr[td]"), 1u);
}

TEST_F(AccountPage, EndsNoSessionOfAnotherAccount) {
  auto other = portal_.as("gongxin");
  const auto hash = list_sessions(*portal_.db().reader(), find_account(*portal_.db().reader(), "gongxin")->id)[0].hash;
  portal_.as("fagai").post("/account/sessions/end", {{"session", hash}});
  EXPECT_EQ(other.get("/account").status, 200);
}

TEST_F(AccountPage, ChangesThePasswordAndLeavesThisSessionAlone) {
  auto here = portal_.as("fagai"), there = portal_.as("fagai");
  const auto response = here.post("/account/password", passwords(kPassword, kNewPassword, kNewPassword));
  ASSERT_EQ(response.status, 303);
  EXPECT_EQ(there.get("/account").status, 303);
  EXPECT_EQ(here.get("/account").status, 303) << "its id is new as well";
  const std::string cookie(response.header("Set-Cookie"));
  EXPECT_EQ(portal_.get("/account", {{"Cookie", cookie.substr(0, cookie.find(';'))}}).status, 200);
  EXPECT_TRUE(verify_password(*find_password_hash(*portal_.db().reader(), id()), kNewPassword));
}

TEST_F(AccountPage, ChangesNoPasswordWithoutTheOldOne) {
  auto here = portal_.as("fagai");
  const auto before = find_password_hash(*portal_.db().reader(), id());
  const auto wrong = here.post("/account/password", passwords("错的密码错的密码错的密码", kNewPassword, kNewPassword));
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(Html(*wrong.body).text("//div[@class='errsum']//a"), HasSubstr("现在的密码不对"));
  EXPECT_EQ(here.post("/account/password", passwords(kPassword, "fagai-fagai-fagai", "fagai-fagai-fagai")).status, 422);
  EXPECT_EQ(here.post("/account/password", passwords(kPassword, kNewPassword, kPassword)).status, 422);
  EXPECT_EQ(find_password_hash(*portal_.db().reader(), id()), before);
}

TEST_F(AccountPage, LetsNobodyTryOutTheOldPassword) {
  auto here = portal_.as("fagai");
  for (int i = 0; i < 5; ++i)
    here.post("/account/password", passwords("错的密码错的密码错的密码", kNewPassword, kNewPassword));
  EXPECT_EQ(here.post("/account/password", passwords(kPassword, kNewPassword, kNewPassword)).status, 429);
}

TEST_F(AccountPage, ShowsATokenOnceAndRevokesIt) {
  auto here = portal_.as("fagai");
  const auto made = here.post("/account/tokens", {{"scope", "read"}, {"days", "30"}});
  ASSERT_EQ(made.status, 200);
  const auto token = Html(*made.body).text("//p[@class='secret']");
  EXPECT_THAT(token, ::testing::MatchesRegex("sjsz_[0-9a-f]{8}_[A-Za-z0-9_-]{43}"));
  EXPECT_EQ(portal_.get("/api/v1/tasks", {{"Authorization", "Bearer " + token}}).status, 200);
  EXPECT_EQ(here.page("/account").count("//p[@class='secret']"), 0u);
  const auto one = list_tokens(*portal_.db().reader(), id()).at(0);
  EXPECT_EQ(one.scope, TokenScope::read);
  EXPECT_EQ(one.expires - one.made_at, std::chrono::days(30));
  EXPECT_EQ(portal_.as("gongxin").post("/account/tokens/revoke", {{"id", one.id}}).status, 303);
  EXPECT_EQ(portal_.get("/api/v1/tasks", {{"Authorization", "Bearer " + token}}).status, 200)
      << "not another's to revoke";
  here.post("/account/tokens/revoke", {{"id", one.id}});
  EXPECT_EQ(portal_.get("/api/v1/tasks", {{"Authorization", "Bearer " + token}}).status, 401);
}

TEST_F(AccountPage, MakesNoTokenForOddTimesOrUses) {
  auto here = portal_.as("fagai");
  for (const char* days : {"0", "366", "-1", "1.5", "九十", "", "1e2"}) {
    EXPECT_EQ(here.post("/account/tokens", {{"scope", "read"}, {"days", days}}).status, 422) << days;
  }
  for (const char* scope : {"metrics", "admin", ""}) {
    EXPECT_EQ(here.post("/account/tokens", {{"scope", scope}, {"days", "9"}}).status, 422) << scope;
  }
  EXPECT_TRUE(list_tokens(*portal_.db().reader(), id()).empty());
}

TEST_F(AccountPage, ACookieBesideATokenDoesNotCount) {
  const auto token = Html(*portal_.as("fagai").post("/account/tokens", {{"scope", "read"}, {"days", "9"}}).body)
                         .text("//p[@class='secret']");
  EXPECT_EQ(portal_.as("fagai").get("/account", {{"Authorization", "Bearer " + token}}).status, 403);
  EXPECT_EQ(portal_.as("fagai").get("/account", {{"Authorization", "Bearer sjsz_0_x"}}).status, 401);
}

}  // namespace sjsz::test
