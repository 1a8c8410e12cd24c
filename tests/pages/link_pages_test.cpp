// One-time links: the first admin, and first or forgotten passwords.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/account.h"
#include "actions/link.h"
#include "actions/token.h"
#include "base/secret.h"
#include "storage/account_store.h"
#include "storage/link_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "support/portal.h"

namespace sjsz::test {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

namespace {

constexpr const char* kPassword = "泉城的秋天很好看呀一二三";

class Links : public testing::Test {
 protected:
  Links() { portal_.from("127.0.0.1"); }
  std::string setup_link() {
    return portal_.db().write([](Writer& db) { return actions::make_setup_link(db); }).value();
  }
  AccountId make(const std::string& name, const std::optional<std::string>& hash = std::nullopt) {
    return portal_.db().write([&](Writer& db) {
      return insert_account(db, {name, "王欣", AccountRole::reporter, UnitCode{"fagai"}}, hash);
    });
  }
  std::string link_of(AccountId id) {
    return portal_.db()
        .write([&](Writer& db) {
          return actions::make_link(db, actions::system_actor(), find_account(db, id).value(), "系统管理员李明");
        })
        .value();
  }
  http::Response set_up(const std::string& token, const Form& fields = {}, Headers headers = {}) {
    Form form{{"token", token}, {"name", "admin"}, {"display", "李明"}, {"password", kPassword}, {"again", kPassword}};
    for (const auto& [name, value] : fields) {
      for (auto& field : form) {
        if (field.first == name) field.second = value;
      }
    }
    return at_home(http::Method::post, "/setup", form, std::move(headers));
  }
  // As a browser on the same machine asks.
  http::Response at_home(http::Method method, const std::string& target, const Form& form = {}, Headers headers = {}) {
    headers.insert(headers.end(), {{"Host", "127.0.0.1:8080"}, {"Origin", "http://127.0.0.1:8080"}});
    return method == http::Method::post ? portal_.post(target, form, headers) : portal_.send(method, target, headers);
  }
  http::Response reset(const std::string& token, const std::string& password, const std::string& again) {
    return portal_.post("/reset", {{"token", token}, {"password", password}, {"again", again}});
  }

  Portal portal_;
};

std::vector<std::string> faults_of(const http::Response& response) {
  return Html(*response.body).texts("//div[@class='errsum']//a");
}

}  // namespace

TEST_F(Links, OfTheSetupMakeTheFirstAdminAndSignIn) {
  const auto token = setup_link();
  EXPECT_EQ(at_home(http::Method::get, "/setup?token=" + token).status, 200);
  const auto response = set_up(token);
  ASSERT_EQ(response.status, 303);
  EXPECT_EQ(response.header("Location"), "/admin/users");
  const auto admin = find_account(*portal_.db().reader(), "admin").value();
  EXPECT_EQ(admin.role, AccountRole::admin);
  EXPECT_TRUE(admin.has_password);
  const std::string cookie(response.header("Set-Cookie"));
  EXPECT_EQ(portal_.get("/admin/users", {{"Cookie", cookie.substr(0, cookie.find(';'))}}).status, 200);
}

TEST_F(Links, OfTheSetupWorkOnceAndOnlyWhileThereIsNoAccount) {
  const auto token = setup_link();
  ASSERT_EQ(set_up(token).status, 303);
  EXPECT_EQ(set_up(token).status, 404);
  EXPECT_EQ(at_home(http::Method::get, "/setup?token=" + token).status, 404);
  EXPECT_FALSE(portal_.db().write([](Writer& db) { return actions::make_setup_link(db); }));
}

TEST_F(Links, OfTheSetupAreForThisMachineAlone) {
  const auto token = setup_link();
  const auto target = "/setup?token=" + token;
  EXPECT_EQ(at_home(http::Method::get, target, {}, {{"X-Forwarded-For", "10.0.0.9"}}).status, 404);
  EXPECT_EQ(at_home(http::Method::get, target, {}, {{"Forwarded", "for=10.0.0.9"}}).status, 404);
  EXPECT_EQ(portal_.get(target).status, 404) << "by a name that another machine may have";
  portal_.from("10.0.0.9");
  EXPECT_EQ(at_home(http::Method::get, target).status, 404);
  EXPECT_EQ(set_up(token).status, 404);
  EXPECT_FALSE(has_accounts(*portal_.db().reader()));
}

TEST_F(Links, OfTheSetupSayWhatIsWrongAndKeepWhatWasTyped) {
  const auto token = setup_link();
  const struct {
    Form fields;
    const char* words;
  } cases[] = {{{{"name", "管理员"}}, "账号用 2 至 32 个"},
               {{{"display", ""}}, "姓名要填"},
               {{{"password", "short"}}, "至少要 12 个字符"},
               {{{"password", "administrator"}}, "太容易被猜到"},
               {{{"again", "另一句话另一句话另一句话"}}, "两次输入的密码不一样"}};
  for (const auto& one : cases) {
    const auto response = set_up(token, one.fields);
    EXPECT_EQ(response.status, 422) << one.words;
    EXPECT_THAT(faults_of(response), ::testing::ElementsAre(HasSubstr(one.words)));
    EXPECT_EQ(Html(*response.body).text("//input[@name='token']/@value"), token);
  }
  EXPECT_EQ(Html(*set_up(token, {{"password", "short"}}).body).text("//input[@name='display']/@value"), "李明");
  EXPECT_EQ(set_up(token).status, 303) << "the link still works after all that";
}

TEST_F(Links, OfAnInvitationSetTheFirstPassword) {
  const auto id = make("wang");
  const auto token = link_of(id);
  const auto page = Html(*portal_.get("/reset?token=" + token).body);
  EXPECT_EQ(page.text("//h1"), "设置密码");
  EXPECT_THAT(page.text("//main"), HasSubstr("由系统管理员李明于"));
  const auto response = reset(token, kPassword, kPassword);
  EXPECT_EQ(response.header("Location"), "/");
  EXPECT_FALSE(response.header("Set-Cookie").empty());
  EXPECT_EQ(portal_.post("/login", {{"username", "wang"}, {"password", kPassword}}).status, 303);
  EXPECT_EQ(reset(token, kPassword, kPassword).status, 404) << "once";
}

TEST_F(Links, OfAResetEndSessionsAndTokensWhenTheyAreUsedNotBefore) {
  const auto id = make("wang", "$argon2id$old");
  auto old = portal_.as("wang");
  auto program = portal_.with_token("wang", TokenScope::write);
  const auto token = link_of(id);
  EXPECT_EQ(Html(*portal_.get("/reset?token=" + token).body).text("//h1"), "重设密码");
  EXPECT_EQ(old.get("/account").status, 200);
  EXPECT_EQ(reset(token, "short", "short").status, 422);
  EXPECT_EQ(old.get("/account").status, 200);
  ASSERT_EQ(reset(token, kPassword, kPassword).status, 303);
  EXPECT_EQ(old.get("/account").status, 303);
  EXPECT_EQ(program.get("/api/v1/tasks").status, 401);
}

TEST_F(Links, DieWithTimeWithANewerOneAndWithTheirAccount) {
  const auto id = make("wang");
  const auto status = [&](const std::string& token) { return portal_.get("/reset?token=" + token).status; };
  const auto older = link_of(id), newer = link_of(id);
  EXPECT_EQ(status(older), 404);
  EXPECT_EQ(status(newer), 200);
  portal_.db().write([&](Writer& db) {
    set_link(db, {secret_hash("late"), LinkKind::reset, id, now() - 25h, "", now()});
  });
  EXPECT_EQ(status("late"), 404);
  const auto last = link_of(id);
  portal_.db().write([&](Writer& db) { set_account_disabled(db, id, true); });
  EXPECT_EQ(status(last), 404);
  EXPECT_EQ(reset(last, kPassword, kPassword).status, 404);
  for (const char* token : {"", "x", "%00"}) EXPECT_GE(status(token), 400) << token;
}

TEST_F(Links, OfOneKindDoNotDoTheWorkOfTheOther) {
  const auto setup = setup_link();
  EXPECT_EQ(portal_.get("/reset?token=" + setup).status, 404);
  EXPECT_EQ(reset(setup, kPassword, kPassword).status, 404);
  const auto invite = link_of(make("wang"));
  EXPECT_EQ(at_home(http::Method::get, "/setup?token=" + invite).status, 404);
  EXPECT_EQ(set_up(invite).status, 404);
}

}  // namespace sjsz::test
