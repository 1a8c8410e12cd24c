// Who reaches what: every route of the program × every role, nobody, and tokens. The table here is written from
// docs/security.md; a route that it does not name fails.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "routes.h"
#include "storage/setting_store.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

// Letters: n nobody, a admin, o office, l leader, r reporter, u auditor. A capital S: only with a session, no token.
const std::map<std::string, std::string> kMayReach = {
    {"GET /", "naolru"},
    {"GET /plan", "naolru"},
    {"GET /indicators", "naolru"},
    {"GET /indicators/{seq:number}", "naolru"},
    {"GET /tasks", "naolru"},
    {"GET /tasks/{seq:number}", "naolru"},
    {"GET /units/{code:word}", "naolru"},

    {"GET /reports", "or"},
    {"GET /reports/{period:month}/{task:number}/{unit:word}", "olr"},
    {"POST /reports/{period:month}/{task:number}/{unit:word}", "or"},
    {"GET /reports/{period:month}/narrative/{unit:word}", "olr"},
    {"POST /reports/{period:month}/narrative/{unit:word}", "or"},
    {"POST /reports/{period:month}/{task:number}/{unit:word}/attachments", "or"},
    {"POST /reports/{period:month}/narrative/{unit:word}/attachments", "or"},
    {"GET /attachments/{id:word}", "olr"},
    {"POST /attachments/{id:word}/remove", "or"},
    {"GET /reports/{period:month}/confirm", "or"},
    {"POST /reports/{period:month}/confirm", "or"},
    {"GET /receipts/{id:word}", "olr"},

    {"GET /login", "naolru"},
    {"POST /login", "naolru"},
    {"POST /logout", "naolru"},
    {"GET /setup", "naolru"},
    {"POST /setup", "naolru"},
    {"GET /reset", "naolru"},
    {"POST /reset", "naolru"},
    {"GET /parked", "aolruS"},
    {"POST /parked", "aolruS"},
    {"POST /parked/drop", "aolruS"},

    {"GET /account", "aolruS"},
    {"POST /account/password", "aolruS"},
    {"POST /account/sessions/end", "aolruS"},
    {"POST /account/tokens", "aolruS"},
    {"POST /account/tokens/revoke", "aolruS"},

    {"GET /admin/users", "aS"},
    {"POST /admin/users", "aS"},
    {"POST /admin/users/preview", "aS"},
    {"POST /admin/users/batch", "aS"},
    {"GET /admin/users/{name:file}", "aS"},
    {"POST /admin/users/{name:file}/link", "aS"},
    {"POST /admin/users/{name:file}/disable", "aS"},
    {"POST /admin/users/{name:file}/enable", "aS"},
    {"POST /admin/users/{name:file}/role", "aS"},

    {"GET /admin/units", "o"},
    {"GET /admin/units/{code:word}", "o"},
    {"POST /admin/units/{code:word}/contact", "o"},
    {"POST /admin/units/{code:word}/members", "o"},
    {"POST /admin/units/{code:word}/name", "o"},
    {"POST /admin/units/{code:word}/active", "o"},

    {"GET /admin/calendar", "o"},
    {"POST /admin/calendar/preview", "o"},
    {"POST /admin/calendar", "o"},

    {"GET /settings", "o"},
    {"GET /settings/{key:file}", "o"},
    {"POST /settings/{key:file}", "o"},

    {"GET /audit", "u"},
    {"GET /audit.csv", "u"},
    {"POST /audit/verify", "u"},

    {"GET /review", "o"},
    {"GET /review/accept-clean", "o"},
    {"POST /review/accept-clean", "o"},
    {"POST /review/{period:month}/{task:number}/{unit:word}/accept", "o"},
    {"POST /review/{period:month}/{task:number}/{unit:word}/return", "o"},
    {"GET /dispatch", "ol"},
    {"POST /dispatch/{period:month}/{unit:word}/reminders", "o"},
    {"GET /dispatch/{period:month}", "o"},
    {"POST /dispatch/{period:month}/due", "o"},
    {"POST /dispatch/{period:month}/close", "o"},
    {"POST /dispatch/{period:month}/reopen", "o"},
    {"POST /dispatch/{period:month}/exemptions", "o"},
    {"POST /dispatch/{period:month}/exemptions/lift", "o"},

    {"GET /api/v1/openapi.json", "naolru"},
    {"GET /api/v1/plan", "naolru"},
    {"GET /api/v1/indicators", "naolru"},
    {"GET /api/v1/indicators/{seq:number}", "naolru"},
    {"GET /api/v1/tasks", "naolru"},
    {"GET /api/v1/units", "naolru"},
    {"GET /api/v1/settings", "o"},
    {"PUT /api/v1/settings/{key:file}", "o"},
    {"GET /api/v1/audit", "u"},
    {"GET /api/v1/reports", "olr"},
    {"GET /api/v1/reports/{period:month}/{task:number}/{unit:word}", "olr"},
    {"PUT /api/v1/reports/{period:month}/{task:number}/{unit:word}", "or"},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/submit", "or"},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/withdraw", "or"},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/return", "o"},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/accept", "o"},
    {"GET /api/v1/reports/{period:month}/narrative/{unit:word}", "olr"},
    {"PUT /api/v1/reports/{period:month}/narrative/{unit:word}", "or"},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/submit", "or"},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/withdraw", "or"},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/return", "o"},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/accept", "o"},

    {"GET /web/{hash:word}/{name:file}", "naolru"},
    {"GET /favicon.ico", "naolru"},
    {"GET /healthz", "naolru"},
};

const std::pair<char, const char*> kPeople[] = {
    {'a', "admin"}, {'o', "zhengfuban"}, {'l', "leader"}, {'r', "fagai"}, {'u', "auditor"}};

std::string method_name(const Route& route) {
  return route.method == http::Method::get ? "GET" : route.method == http::Method::put ? "PUT" : "POST";
}

std::string key_of(const Route& route) { return method_name(route) + " " + std::string(route.pattern); }

std::string address_of(const Route& route) {
  static const std::pair<std::string_view, std::string_view> values[] = {
      {"{seq:number}", "9"},      {"{code:word}", "fagai"},   {"{period:month}", "2020-08"}, {"{task:number}", "9"},
      {"{unit:word}", "fagai"},   {"{key:file}", "contact"},  {"{name:file}", "not.there"},  {"{hash:word}", "0"},
      {"{id:word}", "not-there"}, {"{id:number}", "99999999"}};
  std::string address(route.pattern);
  for (const auto& [parameter, value] : values) {
    if (const auto at = address.find(parameter); at != address.npos) address.replace(at, parameter.size(), value);
  }
  EXPECT_EQ(address.find('{'), std::string::npos) << address << ": give its parameter a value here";
  return address;
}

bool is_api(const Route& route) { return route.pattern.starts_with("/api/"); }

template <class Client>
http::Response ask(Client& client, const Route& route) {
  Headers headers;
  std::string body;
  if (route.method != http::Method::get) {
    headers = {{"Origin", "http://portal.test"},
               {"Content-Type", is_api(route) ? "application/json" : "application/x-www-form-urlencoded"}};
    if (is_api(route)) body = "{}";
  }
  return client.send(route.method, address_of(route), headers, body);
}

bool leads_to_login(const http::Response& response) {
  return response.status == 303 && response.header("Location").starts_with("/login") &&
         !response.header("Location").starts_with("/login?out");
}

// Reached: the handler decided, whatever it said; only it may say 404 here, and nothing is a fault.
void expect_reached(const http::Response& response, const std::string& who) {
  EXPECT_TRUE(response.status < 500 && response.status != 401 && response.status != 403 && !leads_to_login(response))
      << who << ": " << response.status << " " << response.header("Location");
}

std::string rights_of(const Route& route) {
  const auto row = kMayReach.find(key_of(route));
  EXPECT_NE(row, kMayReach.end()) << key_of(route) << " is not in the table";
  return row == kMayReach.end() ? "" : row->second;
}

}  // namespace

TEST(Matrix, NamesEveryRouteAndNoOther) {
  std::set<std::string> there, named;
  for (const auto& route : routes()) there.insert(key_of(route));
  for (const auto& [key, rights] : kMayReach) named.insert(key);
  EXPECT_EQ(there, named);
}

TEST(Matrix, NobodyReachesWhatIsPublicAndIsAskedToSignInElsewhere) {
  Portal portal;
  for (const auto& route : routes()) {
    const auto response = ask(portal, route);
    if (rights_of(route).find('n') != std::string::npos) {
      expect_reached(response, key_of(route));
    } else if (is_api(route)) {
      EXPECT_EQ(response.status, 401) << key_of(route);
    } else {
      EXPECT_TRUE(leads_to_login(response)) << key_of(route) << ": " << response.status;
    }
  }
}

TEST(Matrix, EveryRoleReachesItsOwnRoutesAndIsRefusedTheOthers) {
  Portal portal;
  for (const auto& [letter, name] : kPeople) {
    auto person = portal.as(name);
    for (const auto& route : routes()) {
      const auto who = key_of(route) + " as " + name;
      const auto response = ask(person, route);
      if (!response.header("Set-Cookie").empty()) person = portal.as(name);  // signed out
      if (rights_of(route).find(letter) != std::string::npos) {
        expect_reached(response, who);
      } else {
        EXPECT_EQ(response.status, 403) << who;
      }
    }
  }
}

TEST(Matrix, ATokenReachesWhatItsOwnerDoesButNoAccountsAndOnlyInItsScope) {
  Portal portal;
  for (const auto& [letter, name] : kPeople) {
    for (const auto scope : {TokenScope::read, TokenScope::write, TokenScope::metrics}) {
      auto program = portal.with_token(name, scope);
      for (const auto& route : routes()) {
        const auto who = key_of(route) + " with a token of " + name;
        const auto rights = rights_of(route);
        const bool in_scope =
            scope == TokenScope::write || (scope == TokenScope::read && route.method == http::Method::get);
        const bool may = rights.find(letter) != std::string::npos && rights.find('S') == std::string::npos;
        const auto response = ask(program, route);
        if (in_scope && may) {
          expect_reached(response, who);
        } else {
          EXPECT_EQ(response.status, 403) << who;
        }
      }
    }
  }
}

TEST(Matrix, WithoutPublicPagesThePlanIsForThoseWhoSignIn) {
  Portal portal;
  ASSERT_EQ(portal.get("/plan").status, 200);
  portal.db().write([](Writer& db) { set_setting(db, "public_pages", "no"); });
  EXPECT_TRUE(leads_to_login(portal.get("/plan")));
  EXPECT_TRUE(leads_to_login(portal.get("/")));
  EXPECT_EQ(portal.get("/api/v1/tasks").status, 401);
  EXPECT_EQ(portal.get("/healthz").status, 200);
  EXPECT_EQ(portal.as("auditor").get("/plan").status, 200);
}

}  // namespace sjsz::test
