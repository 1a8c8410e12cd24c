#include "http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sjsz::http {
namespace {

enum Route : std::size_t { kHome, kTasks, kTask, kNewTask, kUnit, kReport, kNarrative, kSave, kSubmit, kAsset };

class Routes : public testing::Test {
 protected:
  Routes() {
    router_.add(Method::get, "/", kHome);
    router_.add(Method::get, "/tasks", kTasks);
    router_.add(Method::get, "/tasks/{seq:number}", kTask);
    router_.add(Method::get, "/units/{code:word}", kUnit);
    router_.add(Method::get, "/units/new", kNewTask);
    router_.add(Method::get, "/reports/{period:month}/{task:number}/{unit:word}", kReport);
    router_.add(Method::put, "/reports/{period:month}/{task:number}/{unit:word}", kSave);
    router_.add(Method::get, "/reports/{period:month}/narrative/{unit:word}", kNarrative);
    router_.add(Method::post, "/reports/{period:month}/{task:number}/{unit:word}/submit", kSubmit);
    router_.add(Method::get, "/web/{hash:word}/{name:file}", kAsset);
  }
  Router router_;
};

TEST_F(Routes, AreFoundWithTheirParameters) {
  const struct {
    Method method;
    std::string path;
    Route route;
    Fields parameters;
  } cases[] = {
      {Method::get, "/", kHome, {}},
      {Method::head, "/", kHome, {}},
      {Method::get, "/tasks", kTasks, {}},
      {Method::get, "/tasks/0", kTask, {{"seq", "0"}}},
      {Method::get, "/tasks/999999999", kTask, {{"seq", "999999999"}}},
      {Method::get, "/units/sheng-tai-2", kUnit, {{"code", "sheng-tai-2"}}},
      {Method::get, "/units/" + std::string(40, 'a'), kUnit, {{"code", std::string(40, 'a')}}},
      {Method::get, "/reports/2020-08/16/fagai", kReport, {{"period", "2020-08"}, {"task", "16"}, {"unit", "fagai"}}},
      {Method::put, "/reports/2020-08/16/fagai", kSave, {{"period", "2020-08"}, {"task", "16"}, {"unit", "fagai"}}},
      {Method::get, "/reports/2020-08/narrative/fagai", kNarrative, {{"period", "2020-08"}, {"unit", "fagai"}}},
      {Method::post,
       "/reports/2020-08/16/fagai/submit",
       kSubmit,
       {{"period", "2020-08"}, {"task", "16"}, {"unit", "fagai"}}},
      {Method::get, "/web/0a1b/Site_1.2-min.css", kAsset, {{"hash", "0a1b"}, {"name", "Site_1.2-min.css"}}},
      {Method::get, "/web/0a1b/" + std::string(80, 'x'), kAsset, {{"hash", "0a1b"}, {"name", std::string(80, 'x')}}},
  };
  for (const auto& c : cases) {
    const auto match = router_.match(c.method, c.path);
    EXPECT_EQ(match.outcome, Router::Match::found) << c.path;
    EXPECT_EQ(match.route, c.route) << c.path;
    EXPECT_EQ(match.parameters, c.parameters) << c.path;
  }
}

TEST_F(Routes, AreNotFoundIfAParameterIsNotOfItsKind) {
  for (const std::string path : {"/nothing",
                                 "/tasks/",
                                 "//tasks",
                                 "//",
                                 "/tasks/1/",
                                 "/tasks/1/2",
                                 "/Tasks",
                                 "tasks",
                                 "",
                                 "/tasks ",
                                 "/tasks/-1",
                                 "/tasks/+1",
                                 "/tasks/01",
                                 "/tasks/1e400",
                                 "/tasks/1.0",
                                 "/tasks/1234567890",
                                 "/tasks/99999999999999999999",
                                 "/tasks/\xef\xbc\x91",
                                 "/units/",
                                 "/units/FAGAI",
                                 "/units/fa_gai",
                                 "/units/发改",
                                 "/units/..",
                                 "/reports/2020-13/1/fagai",
                                 "/reports/2020-8/1/fagai",
                                 "/reports/2020-08-01/1/fagai",
                                 "/web/0a1b/.",
                                 "/web/0a1b/..",
                                 "/web/0a1b/.htaccess",
                                 "/web/0a1b/a b",
                                 "/web/0a1b/a\\b",
                                 "/web/0a1b/"}) {
    EXPECT_EQ(router_.match(Method::get, path).outcome, Router::Match::not_found) << path;
  }
  EXPECT_EQ(router_.match(Method::get, "/units/" + std::string(41, 'a')).outcome, Router::Match::not_found);
  EXPECT_EQ(router_.match(Method::get, "/web/0/" + std::string(81, 'a')).outcome, Router::Match::not_found);
  EXPECT_EQ(router_.match(Method::other, "/nothing").outcome, Router::Match::not_found);
}

TEST_F(Routes, NameTheMethodsThatThePathKnows) {
  const struct {
    Method method;
    std::string path, allow;
  } cases[] = {
      {Method::post, "/tasks", "GET, HEAD"},
      {Method::other, "/tasks", "GET, HEAD"},
      {Method::post, "/reports/2020-08/16/fagai", "GET, HEAD, PUT"},
      {Method::get, "/reports/2020-08/16/fagai/submit", "POST"},
      {Method::head, "/reports/2020-08/16/fagai/submit", "POST"},
  };
  for (const auto& c : cases) {
    const auto match = router_.match(c.method, c.path);
    EXPECT_EQ(match.outcome, Router::Match::method_not_allowed) << c.path;
    EXPECT_EQ(match.allow, c.allow) << c.path;
  }
}

TEST_F(Routes, PreferALiteralToAParameterWhicheverCameFirst) {
  EXPECT_EQ(router_.match(Method::get, "/units/new").route, kNewTask);
  EXPECT_EQ(router_.match(Method::get, "/units/news").route, kUnit);
}

TEST_F(Routes, MayNotBeAddedTwice) {
  for (const auto* pattern : {"/", "/tasks", "/tasks/{seq:number}", "/tasks/{other:number}"}) {
    EXPECT_THROW(router_.add(Method::get, pattern, 99), std::logic_error) << pattern;
  }
  EXPECT_NO_THROW(router_.add(Method::post, "/tasks", 99));
  EXPECT_NO_THROW(router_.add(Method::get, "/tasks/{seq:word}", 99));
}

TEST_F(Routes, MayNotBeMalformed) {
  for (const auto* pattern :
       {"", "tasks", "/tasks/", "//", "/a//b", "/{seq}", "/{seq:}", "/{:number}", "/{seq:text}", "/{seq:number",
        "/seq:number}", "/a{seq:number}", "/{seq:number}a", "/{a:number}/{a:word}", "/{", "/}", "/{}"}) {
    EXPECT_THROW(router_.add(Method::get, pattern, 99), std::logic_error) << pattern;
  }
}

}  // namespace
}  // namespace sjsz::http
