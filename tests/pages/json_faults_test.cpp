// What is wrong with a body that is sent to the API is told by the name of its field, on every route that writes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <set>

#include "routes.h"
#include "support/portal.h"

namespace sjsz::test {

using Json = nlohmann::json;
using http::Method;

namespace {

using Keys = std::vector<std::string>;

const Keys kReport = {"self_state",   "completion", "progress",   "no_progress",   "no_progress_reason", "measures",
                      "requirements", "problems",   "next_steps", "expected_date", "coordination"};
const Keys kVerb = {"comment", "judged_state"};

const struct Row {
  const char *route, *who, *target;
  Json good;  // with all that is required
  Keys others;
} kRows[] = {
    {"PUT /api/v1/settings/{key:file}",
     "office",
     "/api/v1/settings/due_day",
     {{"value", 8}, {"reason", "改期"}},
     {"effective_from"}},
    {"PUT /api/v1/reports/{period:month}/{task:number}/{unit:word}",
     "fagai",
     "/api/v1/reports/2020-08/9/fagai",
     {{"version", 1}},
     kReport},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/submit",
     "fagai",
     "/api/v1/reports/2020-08/9/fagai/submit",
     {{"version", 1}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/withdraw",
     "fagai",
     "/api/v1/reports/2020-08/7/fagai/withdraw",
     {{"version", 1}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/return",
     "zhengfuban",
     "/api/v1/reports/2020-08/7/fagai/return",
     {{"version", 1}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/{task:number}/{unit:word}/accept",
     "zhengfuban",
     "/api/v1/reports/2020-08/7/fagai/accept",
     {{"version", 1}},
     kVerb},
    {"PUT /api/v1/reports/{period:month}/narrative/{unit:word}",
     "fagai",
     "/api/v1/reports/2020-08/narrative/fagai",
     {{"version", 0}},
     kReport},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/submit",
     "fagai",
     "/api/v1/reports/2020-08/narrative/fagai/submit",
     {{"version", 0}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/withdraw",
     "fagai",
     "/api/v1/reports/2020-08/narrative/fagai/withdraw",
     {{"version", 0}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/return",
     "zhengfuban",
     "/api/v1/reports/2020-08/narrative/gongxin/return",
     {{"version", 1}},
     kVerb},
    {"POST /api/v1/reports/{period:month}/narrative/{unit:word}/accept",
     "zhengfuban",
     "/api/v1/reports/2020-08/narrative/gongxin/accept",
     {{"version", 1}},
     kVerb},
};

// The fields that the problem names.
std::set<std::string> faults(Portal& portal, const Row& row, const Json& body) {
  const auto method = std::string_view(row.route).starts_with("PUT") ? Method::put : Method::post;
  const auto answer = portal.as(row.who).send_json(method, row.target, body.dump());
  EXPECT_EQ(answer.status, 422) << row.route << " " << body;
  std::set<std::string> fields;
  const auto problem = Json::parse(*answer.body);
  for (const auto& error : problem["errors"]) fields.insert(error["field"].get<std::string>());
  return fields;
}

Json without(Json body, const std::string& key) {
  body.erase(key);
  return body;
}

Json with(Json body, const std::string& key, const Json& value) {
  body[key] = value;
  return body;
}

}  // namespace

TEST(BodiesOfTheApi, StandInTheTableForEveryRouteThatWrites) {
  std::set<std::string> there, tried;
  for (const auto& route : routes()) {
    if (route.method == Method::get || !route.pattern.starts_with("/api/")) continue;
    there.insert((route.method == Method::put ? "PUT " : "POST ") + std::string(route.pattern));
  }
  for (const auto& row : kRows) tried.insert(row.route);
  EXPECT_EQ(tried, there);
}

TEST(BodiesOfTheApi, AreToldWhichKeyIsMissing) {
  Portal portal(Content::demonstration);
  for (const auto& row : kRows) {
    for (const auto& [key, value] : row.good.items()) {
      EXPECT_EQ(faults(portal, row, without(row.good, key)), std::set{key}) << row.route;
    }
  }
}

TEST(BodiesOfTheApi, AreToldWhichKeyHasTheWrongType) {
  Portal portal(Content::demonstration);
  for (const auto& row : kRows) {
    auto keys = row.others;
    for (const auto& [key, value] : row.good.items()) keys.push_back(key);
    for (const auto& key : keys) {
      EXPECT_EQ(faults(portal, row, with(row.good, key, Json::array({1}))), std::set{key}) << row.route;
    }
  }
}

TEST(BodiesOfTheApi, AreToldWhichKeyIsNotKnown) {
  Portal portal(Content::demonstration);
  for (const auto& row : kRows) {
    EXPECT_EQ(faults(portal, row, with(row.good, "color", "red")), std::set<std::string>{"color"}) << row.route;
  }
  const auto inner = with(kRows[1].good, "requirements", {{"coal_use", 312}, {"coal", "1"}});
  EXPECT_EQ(faults(portal, kRows[1], inner), (std::set<std::string>{"requirements.coal_use", "requirements.coal"}));
}

}  // namespace sjsz::test
