// Signing in and out, and what a session is worth.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/account.h"
#include "actions/session.h"
#include "base/password.h"
#include "base/secret.h"
#include "storage/account_store.h"
#include "storage/audit_store.h"
#include "storage/parked_store.h"
#include "storage/session_store.h"
#include "support/portal.h"
#include "visitors.h"

namespace sjsz::test {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

namespace {

constexpr const char* kPassword = "泉城的秋天很好看呀一二三";
constexpr const char* kWrong = "泉城的秋天很好看呀一二四";

const std::string& password_hash() {
  static const std::string hash = hash_password(kPassword);
  return hash;
}

// A portal with an account that has a password.
class Session : public testing::Test {
 protected:
  Session() { make("wang", password_hash()); }
  AccountId make(const std::string& name, const std::optional<std::string>& hash) {
    return portal_.db().write([&](Writer& db) {
      return insert_account(db, {name, "王欣", AccountRole::reporter, UnitCode{"fagai"}}, hash);
    });
  }
  Account account(const std::string& name = "wang") { return find_account(*portal_.db().reader(), name).value(); }

  http::Response sign_in(const std::string& name, const std::string& password, const std::string& next = "",
                         Headers headers = {}) {
    return portal_.post("/login", {{"username", name}, {"password", password}, {"next", next}}, std::move(headers));
  }
  static std::string cookie_of(const http::Response& response) {
    const std::string set(response.header("Set-Cookie"));
    return set.substr(0, set.find(';'));
  }
  Headers signed_in() { return {{"Cookie", cookie_of(sign_in("wang", kPassword))}}; }
  int status_with(const Headers& headers) { return portal_.get("/account", headers).status; }

  // A session as it would be after so long.
  Headers session_of_age(std::chrono::milliseconds age, std::chrono::milliseconds idle) {
    const auto id = new_secret();
    portal_.db().write([&](Writer& db) {
      insert_session(db, {secret_hash(id), account().id, now() - age, now() - idle, "192.0.2.1", ""});
    });
    return {{"Cookie", "sjsz_session=" + id}};
  }

  Portal portal_;
};

std::string reason_of(const http::Response& response) { return Html(*response.body).text("//*[@id='f-fault']"); }

}  // namespace

TEST_F(Session, BeginsWithTheRightPasswordAndLeadsWhereOneWasGoing) {
  EXPECT_EQ(sign_in("wang", kPassword).header("Location"), "/");
  EXPECT_EQ(sign_in("wang", kPassword, "/tasks?unit=fagai").header("Location"), "/tasks?unit=fagai");
  const auto page = Html(*portal_.get("/", signed_in()).body);
  EXPECT_EQ(page.text("//div[@class='top__user']/a"), "区发改局　王欣");
  EXPECT_EQ(page.text("//form[@action='/logout']/button"), "退出");
}

TEST_F(Session, CookieIsOutOfReachOfScriptsAndOtherSites) {
  const std::string cookie(sign_in("wang", kPassword).header("Set-Cookie"));
  EXPECT_THAT(cookie, ::testing::MatchesRegex("sjsz_session=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Lax; Path=/"));
}

TEST_F(Session, FollowsNoAddressThatIsNotAPageOfThePortal) {
  for (const char* next :
       {"//evil.test/", "http://evil.test/", "/\\evil.test", "\\/evil.test", "/tasks\r\nSet-Cookie: a=b", "/nothing",
        "/logout", "javascript:alert(1)", "tasks", "/%2f/evil.test", "/tasks/%00", "/ tasks", "/\tevil.test", "/区"}) {
    const auto response = sign_in("wang", kPassword, next);
    EXPECT_EQ(response.status, 303) << next;
    EXPECT_EQ(response.header("Location"), "/") << next;
  }
}

TEST_F(Session, IsNeverTheOneThatABrowserBrought) {
  const auto planted = session_of_age(1min, 1min);
  const auto response = sign_in("wang", kPassword, "", planted);
  EXPECT_NE(cookie_of(response), planted[0].second);
  EXPECT_EQ(status_with(planted), 303) << "the planted one is dead";
  const Headers unknown{{"Cookie", "sjsz_session=" + new_secret()}};
  EXPECT_NE(cookie_of(sign_in("wang", kPassword, "", unknown)), unknown[0].second);
}

TEST_F(Session, SaysTheSameOfUnknownDisabledPasswordlessAndWrong) {
  make("new", std::nullopt);
  const auto gone = make("gone", password_hash());
  portal_.db().write([&](Writer& db) { set_account_disabled(db, gone, true); });
  const auto wrong = sign_in("wang", kWrong);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(reason_of(wrong), HasSubstr("账号或密码不对"));
  for (const char* name : {"nobody", "gone", "new", "", "WANG", "wang "}) {
    const auto response = sign_in(name, kPassword);
    EXPECT_EQ(response.status, 422) << name;
    EXPECT_EQ(reason_of(response), reason_of(wrong)) << name;
    EXPECT_TRUE(response.header("Set-Cookie").empty()) << name;
  }
}

TEST_F(Session, KeepsWhatWasTypedButNotThePassword) {
  const auto page = Html(*sign_in("wang", kWrong, "/tasks").body);
  EXPECT_EQ(page.text("//input[@name='username']/@value"), "wang");
  EXPECT_EQ(page.text("//input[@name='next']/@value"), "/tasks");
  EXPECT_EQ(page.count("//input[@name='password']/@value"), 0u);
}

TEST_F(Session, WaitsAfterFiveFailuresEvenForTheRightPasswordButHoldsUpNobodyElsewhere) {
  make("li", password_hash());
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("wang", kWrong).status, 422) << i;
  const auto throttled = sign_in("wang", kPassword);
  EXPECT_EQ(throttled.status, 429);
  EXPECT_EQ(throttled.header("Retry-After"), "30");
  EXPECT_THAT(reason_of(throttled), HasSubstr("30 秒后再试"));
  EXPECT_EQ(sign_in("li", kPassword).status, 303) << "another account from here";
  portal_.from("192.0.2.99");
  EXPECT_EQ(sign_in("wang", kPassword).status, 303) << "the same account from elsewhere";
  portal_.from("192.0.2.1");
  EXPECT_EQ(sign_in("wang", kPassword).status, 429) << "which does not open the door here";
}

TEST_F(Session, CountsFailuresOfNamesThatDoNotExistLikeAllOthers) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("nobody", kWrong).status, 422) << i;
  EXPECT_EQ(sign_in("nobody", kWrong).status, 429);
}

TEST_F(Session, LeavesARowForEachFailureWithoutNamesThatDoNotExist) {
  sign_in("wang", kWrong);
  sign_in("my-secret-password", kWrong);
  sign_in("wang", kPassword);
  const auto rows = portal_.audit_rows();
  ASSERT_GE(rows.size(), 3u);
  EXPECT_THAT(rows[rows.size() - 3], HasSubstr("session.sign_in account:wang failed"));
  EXPECT_THAT(rows[rows.size() - 2], HasSubstr("session.sign_in - failed"));
  EXPECT_THAT(rows[rows.size() - 1], HasSubstr("session.sign_in account:wang ok"));
  for (const auto& row : rows) EXPECT_THAT(row, Not(HasSubstr("secret")));
}

TEST_F(Session, WritesFiveFailuresAMinuteAndCountsTheRest) {
  for (int i = 0; i < 9; ++i) sign_in("nobody" + std::to_string(i), kWrong);
  const auto written = portal_.audit_rows().size();
  portal_.app().keep_house(now() + 2min);
  const auto rows = portal_.audit_rows();
  ASSERT_EQ(rows.size(), written + 1);
  EXPECT_THAT(rows.back(), HasSubstr(R"({"more":4})"));
}

TEST_F(Session, EndsAfterThirtyIdleMinutesAndTwelveHours) {
  EXPECT_EQ(status_with(session_of_age(29min, 29min)), 200);
  EXPECT_EQ(status_with(session_of_age(31min, 30min)), 303);
  EXPECT_EQ(status_with(session_of_age(12h - 1min, 1min)), 200);
  EXPECT_EQ(status_with(session_of_age(12h, 1min)), 303) << "however busy it was";
}

TEST_F(Session, IsKeptAliveByUseWhichIsWrittenLater) {
  Visitors visitors;
  const auto id = new_secret();
  const auto begin = now();
  portal_.db().write([&](Writer& db) {
    insert_session(db, {secret_hash(id), account().id, begin, begin, "192.0.2.1", ""});
  });
  http::Request request;
  request.headers = {{"cookie", "a=b; sjsz_session=" + id + "; c=d"}};
  const auto signed_in_at = [&](Instant at) {
    return visitors.find(request, *portal_.db().reader(), at).visitor.signed_in();
  };
  EXPECT_TRUE(signed_in_at(begin + 29min));
  EXPECT_TRUE(signed_in_at(begin + 58min)) << "seen at minute 29, which memory knows";
  visitors.write_last_seen(portal_.db());
  EXPECT_EQ(find_session_owner(*portal_.db().reader(), secret_hash(id))->last_seen, begin + 58min);
  EXPECT_TRUE(signed_in_at(begin + 87min)) << "which the database knows";
  EXPECT_FALSE(signed_in_at(begin + 87min + 30min));
}

TEST_F(Session, CostsOneStatementARequest) {
  const auto cookie = signed_in();
  http::Request request;
  request.headers = {{"cookie", cookie[0].second}};
  auto reader = portal_.db().reader();
  Visitors visitors;
  EXPECT_TRUE(visitors.find(request, *reader, now()).visitor.signed_in());
  EXPECT_EQ(reader->statements_run(), 1u);
}

TEST_F(Session, TakesNoMoreThanFourKilobytesToBegin) {
  EXPECT_EQ(sign_in("wang", std::string(5'000, 'x')).status, 413);
  EXPECT_EQ(sign_in("wang", std::string(3'000, 'x')).status, 422);
}

TEST_F(Session, CopiedCookieDiesAtSignOut) {
  const auto copied = signed_in();
  ASSERT_EQ(status_with(copied), 200);
  const auto out = portal_.post("/logout", {}, copied);
  EXPECT_EQ(out.header("Location"), "/login?out=1");
  EXPECT_THAT(std::string(out.header("Set-Cookie")), HasSubstr("sjsz_session=; Max-Age=0"));
  EXPECT_EQ(status_with(copied), 303);
}

TEST_F(Session, CopiedCookieDiesAtDisablingRoleChangeAndNewPassword) {
  const auto system = actions::system_actor();
  const std::function<void(Writer&)> changes[] = {
      [&](Writer& db) { EXPECT_TRUE(actions::disable_account(db, system, account())); },
      [&](Writer& db) { EXPECT_TRUE(actions::change_role(db, system, account(), AccountRole::leader, std::nullopt)); },
      [&](Writer& db) { actions::set_password(db, system, account(), password_hash(), "", false); }};
  for (const auto& change : changes) {
    const auto copied = signed_in();
    ASSERT_EQ(status_with(copied), 200);
    portal_.db().write(change);
    EXPECT_EQ(status_with(copied), 303);
    portal_.db().write([&](Writer& db) { EXPECT_TRUE(actions::enable_account(db, system, account())); });
    EXPECT_EQ(status_with(copied), 303) << "and stays dead";
  }
}

TEST_F(Session, OfACookieThatComesTwiceIsNone) {
  const auto cookie = signed_in()[0].second;
  EXPECT_EQ(status_with({{"Cookie", cookie + "; " + cookie}}), 303);
  EXPECT_EQ(status_with({{"Cookie", cookie}, {"Cookie", cookie}}), 303);
  EXPECT_EQ(status_with({{"Cookie", "sjsz_session=other; " + cookie}}), 303);
}

TEST_F(Session, HasTenPlacesAndTheOldestGoes) {
  const auto oldest = session_of_age(1h, 1min);
  for (int i = 0; i < 9; ++i) session_of_age(10min, 1min);
  ASSERT_EQ(status_with(oldest), 200);
  const auto newest = signed_in();
  EXPECT_EQ(list_sessions(*portal_.db().reader(), account().id).size(), 10u);
  EXPECT_EQ(status_with(oldest), 303);
  EXPECT_EQ(status_with(newest), 200);
}

TEST_F(Session, PagesAreNeverKept) {
  const auto cookie = signed_in();
  for (const char* target : {"/", "/plan", "/tasks", "/api/v1/tasks", "/account"}) {
    const auto response = portal_.get(target, cookie);
    EXPECT_EQ(response.header("Cache-Control"), "no-store") << target;
    EXPECT_TRUE(response.header("ETag").empty()) << target;
  }
  EXPECT_THAT(std::string(portal_.get("/plan").header("Cache-Control")), HasSubstr("no-cache"));
  EXPECT_THAT(*portal_.get("/plan").body, Not(HasSubstr("王欣")));
}

TEST_F(Session, OfAForeignPageChangesNothing) {
  const auto cookie = signed_in()[0];
  for (const Headers& foreign :
       {Headers{cookie}, Headers{cookie, {"Origin", "http://evil.test"}}, Headers{cookie, {"Origin", "null"}},
        Headers{cookie, {"Origin", "http://portal.test"}, {"Sec-Fetch-Site", "cross-site"}}}) {
    EXPECT_EQ(portal_.send(http::Method::post, "/logout", foreign).status, 403);
  }
  EXPECT_EQ(status_with({cookie}), 200);
  EXPECT_EQ(portal_
                .send(http::Method::post, "/login", {{"Content-Type", "application/x-www-form-urlencoded"}},
                      "username=wang&password=x")
                .status,
            422)
      << "curl, without cookie and origin";
}

TEST_F(Session, ThatHasRunOutKeepsTheFormThatItWasSending) {
  const auto old = session_of_age(31min, 31min);
  const std::string target = "/reports/2020-08/9/fagai";
  const auto sent = portal_.post(target, {{"version", "0"}, {"progress", "完成 3 家企业\n核查 & 整改"}}, old);
  ASSERT_EQ(sent.header("Location"), "/login?kept=1");
  EXPECT_THAT(*portal_.get("/login?kept=1").body, HasSubstr("已经保留"));
  const auto in = sign_in("wang", kPassword, "/tasks");
  EXPECT_EQ(in.header("Location"), "/parked");
  const Headers cookie{{"Cookie", cookie_of(in)}};
  const auto page = Html(*portal_.get("/parked", cookie).body);
  EXPECT_THAT(page.text("//textarea[@name='progress']"), HasSubstr("完成 3 家企业 核查 & 整改"));
  EXPECT_EQ(page.text("//input[@name='version']/@value"), "0");
  const auto resumed = portal_.post("/parked", {{"progress", "改过"}}, cookie);
  EXPECT_EQ(resumed.status, 307);
  EXPECT_EQ(resumed.header("Location"), target);
  EXPECT_EQ(portal_.get("/parked", cookie).status, 404) << "once";
}

TEST_F(Session, KeepsNoFormOfAStrangerNorOneWithAPassword) {
  portal_.post("/account/password", {{"current", kPassword}}, session_of_age(31min, 31min));
  portal_.post("/reports/2020-08/9/fagai", {{"progress", "x"}}, {{"Cookie", "sjsz_session=" + new_secret()}});
  EXPECT_FALSE(find_parked_form(*portal_.db().reader(), account().id));
  EXPECT_EQ(sign_in("wang", kPassword).header("Location"), "/");
}

TEST_F(Session, OfSomebodyElseDoesNotSeeAKeptForm) {
  portal_.post("/reports/2020-08/9/fagai", {{"progress", "x"}}, session_of_age(31min, 31min));
  EXPECT_EQ(portal_.as("gongxin").get("/parked").status, 404);
}

}  // namespace sjsz::test
