#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "routes.h"
#include "storage/setting_store.h"
#include "support/portal.h"

namespace sjsz::test {

using ::testing::HasSubstr;

namespace {

const std::vector<std::string> kPages = {"/",        "/plan",    "/indicators",  "/indicators/18",
                                         "/tasks",   "/tasks/9", "/units/fagai", "/api/v1/plan",
                                         "/healthz", "/nothing", "/tasks/99",    "/api/v1/nothing"};

}  // namespace

TEST(App, PutsTheSecurityHeadersOnEveryAnswer) {
  for (const auto& target : kPages) {
    const auto response = shared_portal().get(target);
    EXPECT_THAT(std::string(response.header("Content-Security-Policy")), HasSubstr("default-src 'self'")) << target;
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(response.header("Referrer-Policy"), "same-origin") << target;
    EXPECT_FALSE(response.header("Cache-Control").empty()) << target;
    EXPECT_TRUE(response.header("Server").empty()) << target;
  }
}

TEST(App, AnswersHeadLikeGet) {
  for (const auto& target : kPages) {
    EXPECT_EQ(shared_portal().send(http::Method::head, target).status, shared_portal().get(target).status) << target;
  }
}

TEST(App, RefusesOtherMethodsAndSaysWhichAreAllowed) {
  for (const auto method : {http::Method::post, http::Method::put, http::Method::other}) {
    const auto response = shared_portal().send(method, "/tasks");
    EXPECT_EQ(response.status, 405);
    EXPECT_THAT(std::string(response.header("Allow")), HasSubstr("GET"));
  }
}

TEST(App, AnswersNotModifiedForTheTagThatItGave) {
  for (const char* target : {"/tasks", "/plan", "/api/v1/tasks"}) {
    const std::string tag(shared_portal().get(target).header("ETag"));
    ASSERT_FALSE(tag.empty()) << target;
    EXPECT_EQ(shared_portal().get(target, {{"If-None-Match", tag}}).status, 304) << target;
    EXPECT_EQ(shared_portal().get(target, {{"If-None-Match", "\"other\""}}).status, 200) << target;
  }
}

TEST(App, KeepsNoPublicAnswerBeyondAChangeOfTheData) {
  Portal portal;
  const std::string before(portal.get("/tasks").header("ETag"));
  portal.db().write([](Writer& db) { set_setting(db, "contact", "区政府办公室 82951234"); });
  const auto after = portal.get("/tasks");
  EXPECT_NE(after.header("ETag"), before);
  EXPECT_THAT(*after.body, HasSubstr("82951234"));
}

TEST(App, GivesNoAnswerOfOneQueryForAnother) {
  const auto all = shared_portal().get("/tasks");
  const auto some = shared_portal().get("/tasks?unit=keji");
  EXPECT_NE(*all.body, *some.body);
  EXPECT_EQ(*shared_portal().get("/tasks?nothing=1").body, *all.body);
}

TEST(App, TellsALineBreakInAQueryFromTheNextQuery) {
  Portal portal;  // with an empty cache: the first answer is the one that is kept
  const auto wanted = shared_portal().get("/tasks?q=%E7%85%A4&unit=fagai");
  portal.get("/tasks?q=%E7%85%A4%0Aunit=fagai");
  EXPECT_EQ(*portal.get("/tasks?q=%E7%85%A4&unit=fagai").body, *wanted.body);
}

TEST(App, ShowsHandlersNoQueryThatTheirRouteDoesNotName) {
  Portal portal;  // with an empty cache: the first answer is the one that is kept
  const auto first = portal.get("/api/v1/tasks?q=%E6%95%A3%E4%B9%B1%E6%B1%A1");
  EXPECT_EQ(*first.body, *portal.get("/api/v1/tasks").body);
  EXPECT_EQ(*first.body, *shared_portal().get("/api/v1/tasks").body);
}

TEST(App, RefusesMalformedAddressesCalmly) {
  for (const char* target : {"/tasks?q=%FF", "/tasks?q=%00", "/tasks/%C0%AF", "/plan?q=%", "/%zz"}) {
    const auto response = shared_portal().get(target);
    EXPECT_EQ(response.status, 400) << target;
    EXPECT_EQ(Html(*response.body).count("//h1"), 1u) << target;
  }
}

TEST(App, ServesAssetsForEverUnderTheAddressOfTheirContent) {
  const auto page = shared_portal().page("/");
  const auto style = page.text("//link[@rel='stylesheet']/@href");
  const auto response = shared_portal().get(style);
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(std::string(response.header("Cache-Control")), HasSubstr("immutable"));
  EXPECT_EQ(shared_portal().get("/web/0123456789abcdef/sjsz.css").status, 404);
  EXPECT_EQ(shared_portal().get("/favicon.ico").status, 200);
}

TEST(App, HasNoDevelopmentRoutesInService) {
  EXPECT_EQ(shared_portal().get("/dev").status, 404);
  EXPECT_EQ(shared_portal().get("/dev/stamp").status, 404);
}

}  // namespace sjsz::test
