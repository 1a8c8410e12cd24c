#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "storage/period_store.h"
#include "storage/report_store.h"
#include "support/portal.h"

namespace sjsz::test {

using Json = nlohmann::json;
using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

const std::string kReports = "/api/v1/reports";
const std::string kAugust = kReports + "/2020-08/";

// The demonstration on 3 September 2020, afresh for each test that changes something.
class ReportApi : public testing::Test {
 protected:
  Json ask(const std::string& who, const std::string& target, int status = 200) {
    return read(portal_.as(who).get(target), target, status);
  }
  Json send(const std::string& who, Method method, const std::string& target, const Json& body, int status = 200,
            Headers headers = {}) {
    return read(portal_.as(who).send_json(method, target, body.dump(), std::move(headers)), target, status);
  }
  Json post(const std::string& who, const std::string& target, const Json& body, int status = 200) {
    return send(who, Method::post, target, body, status);
  }
  Json put(const std::string& who, const std::string& target, const Json& body, int status = 200) {
    return send(who, Method::put, target, body, status);
  }
  int version(const std::string& who, const std::string& target) { return ask(who, target)["version"]; }

  static Json read(const http::Response& response, const std::string& target, int status) {
    EXPECT_EQ(response.status, status) << target << " " << *response.body;
    EXPECT_EQ(response.content_type, status == 200 ? "application/json" : "application/problem+json") << target;
    return Json::parse(*response.body);
  }
  static std::vector<std::string> fields(const Json& problem) {
    std::vector<std::string> names;
    for (const auto& error : problem["errors"]) names.push_back(error["field"]);
    return names;
  }
  static Json narrative(const char* text, int version) { return {{"progress", text}, {"version", version}}; }

  Portal portal_{Content::demonstration};
};

// Of tasks; narratives are counted apart.
std::map<std::string, int> count_states(const Json& list) {
  std::map<std::string, int> counts;
  for (const auto& item : list["items"]) {
    if (!item["narrative"]) ++counts[item["state"]];
  }
  return counts;
}

Json find_line(const Json& list, const Json& task, const std::string& unit) {
  for (const auto& item : list["items"]) {
    if (item["task"] == task && item["unit"] == unit) return item;
  }
  return nullptr;
}

}  // namespace

TEST_F(ReportApi, ListsWhatIsOwedToTheOffice) {
  const auto list = ask("zhengfuban", kReports + "?period=2020-08");
  EXPECT_EQ(list["total"], 56);  // 42 assignments, 14 narratives
  const auto counts = count_states(list);
  EXPECT_EQ(counts.at("none"), 1);
  EXPECT_EQ(counts.at("returned"), 1);
  EXPECT_EQ(counts.at("submitted"), 3);
  EXPECT_EQ(counts.at("draft"), 1);
  const auto line = find_line(list, 7, "fagai");
  EXPECT_EQ(line["period"], "2020-08");
  EXPECT_EQ(line["narrative"], false);
  EXPECT_EQ(line["state"], "submitted");
  EXPECT_EQ(line["late"], false);
  EXPECT_TRUE(line["submitted_at"].is_string());
  EXPECT_EQ(find_line(list, nullptr, "fagai")["narrative"], true);
  EXPECT_TRUE(find_line(list, nullptr, "fagai")["role"].is_null());
}

TEST_F(ReportApi, ListsTheNewestOpenMonthUnlessAskedAndOneUnitIfAsked) {
  EXPECT_EQ(ask("office", kReports), ask("office", kReports + "?period=2020-08"));
  const auto list = ask("office", kReports + "?unit=fagai");
  EXPECT_EQ(list["total"], 8);
  EXPECT_EQ(count_states(list).at("accepted"), 3);
  EXPECT_EQ(ask("office", kReports + "?period=2020-05")["total"], 56);
  EXPECT_EQ(count_states(ask("office", kReports + "?period=2020-05")).at("exempt"), 1);
  EXPECT_EQ(fields(ask("office", kReports + "?period=2020-8", 422)), std::vector<std::string>{"period"});
  EXPECT_EQ(fields(ask("office", kReports + "?unit=nobody", 422)), std::vector<std::string>{"unit"});
}

TEST_F(ReportApi, ListsToAReporterOwnLinesThoseItLeadsAndAcceptedOnes) {
  const auto list = ask("zhujian", kReports + "?period=2020-08");
  EXPECT_EQ(find_line(list, 15, "zhujian")["state"], "submitted");
  EXPECT_TRUE(find_line(list, 7, "fagai").is_null());
  EXPECT_TRUE(find_line(list, 5, "fagai").is_null());
  EXPECT_TRUE(find_line(list, 9, "fagai").is_null());
  EXPECT_EQ(find_line(list, 1, "fagai")["state"], "accepted");
}

TEST_F(ReportApi, SaysTheLeadThatASupportingLineIsMissingAndNothingOfItsDraft) {
  put("gongxin", kAugust + "5/gongxin", Json{{"version", version("gongxin", kAugust + "5/gongxin")}}, 409);
  const auto lead = ask("fagai", kReports + "?period=2020-08");
  for (const auto& item : lead["items"]) {
    EXPECT_TRUE(item["unit"] == "fagai" || item["state"] != "draft") << item;
  }
}

TEST_F(ReportApi, IsNothingForAdminAndAuditorAndNobody) {
  for (const char* who : {"admin", "auditor"}) {
    ask(who, kReports, 403);
    ask(who, kAugust + "1/fagai", 403);
    put(who, kAugust + "1/fagai", {{"version", 0}}, 403);
  }
  EXPECT_EQ(portal_.get(kReports).status, 401);
  EXPECT_EQ(portal_.get(kAugust + "1/fagai").status, 401);
}

TEST_F(ReportApi, ShowsAReportThatWasNotYetWritten) {
  const auto report = ask("fagai", kAugust + "2/fagai");
  EXPECT_EQ(report["state"], "none");
  EXPECT_EQ(report["version"], 0);
  EXPECT_EQ(report["due"], "2020-09-07");
  EXPECT_TRUE(report["progress"].is_null() && report["completion"].is_null() && report["locked"].is_null());
  EXPECT_EQ(report["revisions"], Json::array());
}

TEST_F(ReportApi, ShowsEachVisitorWhatTheyMaySee) {
  const struct {
    const char *who, *line;
    int status;
    bool text, history;
  } cases[] = {{"fagai", "9/fagai", 200, true, false},        {"office", "9/fagai", 200, false, false},
               {"leader", "9/fagai", 200, false, false},      {"zhujian", "9/fagai", 404, false, false},
               {"fagai", "7/fagai", 200, true, true},         {"office", "7/fagai", 200, true, true},
               {"leader", "5/fagai", 200, true, true},        {"gongxin", "7/fagai", 404, false, false},
               {"zhujian", "1/fagai", 200, true, false},      {"leader", "1/fagai", 200, true, true},
               {"office", "99/fagai", 404, false, false},     {"office", "1/nobody", 404, false, false},
               {"office", "1/zhengfuban", 404, false, false}, {"zhujian", "2/fagai", 404, false, false}};
  for (const auto& c : cases) {
    const auto report = ask(c.who, kAugust + c.line, c.status);
    if (c.status != 200) continue;
    EXPECT_EQ(report["progress"].is_string() || report["no_progress"].is_string(), c.text) << c.who << " " << c.line;
    EXPECT_EQ(!report["history"].empty(), c.history) << c.who << " " << c.line;
    EXPECT_EQ(!report["revisions"].empty(), c.history) << c.who << " " << c.line;
  }
}

TEST_F(ReportApi, SavesSubmitsReturnsAndAccepts) {
  const auto line = kAugust + "2/fagai";
  const Json draft = {{"version", 0},
                      {"self_state", "on_pace"},
                      {"completion", 65},
                      {"progress", "完成两户企业关停退出的现场核查，正在办理注销。"},
                      {"no_progress", nullptr},
                      {"measures", "建立周调度。"},
                      {"problems", ""},
                      {"next_steps", "九月底前完成注销。"},
                      {"expected_date", "2020-12-31"},
                      {"coordination", nullptr},
                      {"requirements", Json::object()}};
  EXPECT_EQ(put("fagai", line, draft), (Json{{"state", "draft"}, {"version", 1}}));
  const auto saved = ask("fagai", line);
  for (const char* field : {"self_state", "completion", "progress", "measures", "next_steps", "expected_date"}) {
    EXPECT_EQ(saved[field], draft[field]) << field;
  }
  const auto submitted = post("fagai", line + "/submit", {{"version", 1}});
  EXPECT_EQ(submitted["state"], "submitted");
  EXPECT_THAT(submitted["receipt"].get<std::string>(), HasSubstr("2020-08-fagai-"));
  EXPECT_EQ(post("fagai", line + "/withdraw", {{"version", 2}})["state"], "draft");
  EXPECT_EQ(post("fagai", line + "/submit", {{"version", 3}})["version"], 4);
  EXPECT_EQ(post("office", line + "/return", {{"version", 4}, {"comment", "请补充名单。"}})["state"], "returned");
  EXPECT_EQ(post("fagai", line + "/submit", {{"version", 5}, {"comment", "名单见附件。"}})["version"], 6);
  const Json judged = {{"version", 6}, {"judged_state", "behind"}, {"comment", "低于序时进度"}};
  EXPECT_EQ(post("office", line + "/accept", judged)["state"], "accepted");
  const auto report = ask("leader", line);
  EXPECT_EQ(report["judged_state"], "behind");
  EXPECT_EQ(report["revisions"].size(), 3u);
  EXPECT_EQ(report["history"].size(), 6u);
  EXPECT_EQ(report["history"][4]["comment"], "名单见附件。");
}

TEST_F(ReportApi, TakesANarrativeTheSameWay) {
  const auto line = kAugust + "narrative/shengtai";
  const auto before = ask("office", line);
  EXPECT_EQ(before["narrative"], true);
  if (before["state"] == "accepted") {
    post("zhengfuban", line + "/return", {{"version", before["version"]}, {"comment", "请补充附件。"}});
  }
  const auto saved =
      put("office", line, narrative("本月开展执法检查四十二家次，整改问题九个。", version("office", line)));
  const auto submitted = post("office", line + "/submit", {{"version", saved["version"]}});
  post("office", line + "/accept", {{"version", submitted["version"]}}, 403);
  EXPECT_EQ(post("zhengfuban", line + "/accept", {{"version", submitted["version"]}})["state"], "accepted");
}

TEST_F(ReportApi, RefusesWhatIsStaleOrInTheWrongStateWithThePresentOnes) {
  const auto line = kAugust + "7/fagai";
  const int now = version("fagai", line);
  const auto stale = put("fagai", line, narrative("已经过时的文字", 0), 409);
  EXPECT_EQ(stale["state"], "submitted");
  EXPECT_EQ(stale["version"], now);
  const auto wrong = post("fagai", line + "/submit", {{"version", now}}, 409);
  EXPECT_EQ(wrong["state"], "submitted");
  EXPECT_THAT(wrong["detail"].get<std::string>(), HasSubstr("已经提交"));
  post("office", line + "/accept", {{"version", now + 1}}, 409);
  EXPECT_EQ(version("fagai", line), now);
}

TEST_F(ReportApi, RefusesAClosedMonth) {
  portal_.db().write([](Writer& db) { set_period_closed(db, {2020, 8}, now()); });
  const auto closed = put("fagai", kAugust + "2/fagai", {{"version", 0}}, 409);
  EXPECT_EQ(closed["state"], "none");
  EXPECT_THAT(closed["detail"].get<std::string>(), HasSubstr("关闭"));
  EXPECT_THAT(ask("fagai", kAugust + "2/fagai")["locked"].get<std::string>(), HasSubstr("关闭"));
}

TEST_F(ReportApi, NamesEveryFieldThatIsWrong) {
  const auto line = kAugust + "2/fagai";
  const Json wrong = {{"version", 0},  {"self_state", "off"}, {"expected_date", "不久"},           {"completion", 101},
                      {"progress", 5}, {"color", "red"},      {"requirements", {{"nothing", "1"}}}};
  const auto refused = put("fagai", line, wrong, 422);
  EXPECT_THAT(fields(refused),
              testing::UnorderedElementsAre("completion", "progress", "color", "requirements.nothing"));
  const auto values = put("fagai", line, {{"version", 0}, {"self_state", "off"}, {"expected_date", "不久"}}, 422);
  EXPECT_THAT(fields(values), ElementsAre("self_state", "expected_date"));
  EXPECT_THAT(fields(put("fagai", line, Json::object(), 422)), ElementsAre("version"));
  EXPECT_THAT(fields(put("fagai", line, {{"version", -1}}, 422)), ElementsAre("version"));
  EXPECT_THAT(fields(put("fagai", line, {{"version", "1"}}, 422)), ElementsAre("version"));
  put("fagai", line, {{"version", 0}}, 200);
  EXPECT_THAT(fields(post("fagai", line + "/submit", {{"version", 1}}, 422)),
              ElementsAre("self_state", "completion", "progress", "next_steps"));
}

TEST_F(ReportApi, RefusesFieldsThatASupportingLineOrANarrativeDoesNotHave) {
  const Json full = {{"version", 0},     {"self_state", "done"}, {"completion", 1},
                     {"progress", "一"}, {"no_progress", "二"},  {"measures", "三"},
                     {"problems", "四"}, {"next_steps", "五"},   {"coordination", "六"}};
  EXPECT_THAT(fields(put("gongxin", kAugust + "9/gongxin", full, 422)),
              ElementsAre("self_state", "completion", "measures", "next_steps", "coordination"));
  EXPECT_EQ(fields(put("gongxin", kAugust + "narrative/gongxin", full, 422)).size(), 7u);
}

TEST_F(ReportApi, RefusesWhatIsNoStrictJson) {
  const auto status = [&](const std::string& body, const char* type = "application/json") {
    return portal_.as("fagai")
        .send(Method::put, kAugust + "2/fagai", {{"Origin", "http://portal.test"}, {"Content-Type", type}}, body)
        .status;
  };
  EXPECT_EQ(status("{\"version\":0,\"version\":0}"), 400);
  EXPECT_EQ(status("{\"version\":0"), 400);
  EXPECT_EQ(status("{\"version\":0,\"progress\":\"\xff\"}"), 400);
  EXPECT_EQ(status(std::string(20, '[') + std::string(20, ']')), 400);
  EXPECT_EQ(status(""), 400);
  EXPECT_EQ(status("[]"), 422);
  EXPECT_EQ(status("{\"version\":1e400}"), 400);
  EXPECT_EQ(status("{\"version\":0}", "text/plain"), 415);
  EXPECT_EQ(status("version=0", "application/x-www-form-urlencoded"), 415);
  EXPECT_EQ(status("{\"version\":0,\"progress\":\"" + std::string(200'000, 'x') + "\"}"), 422);
  EXPECT_EQ(status("{\"version\":0,\"progress\":\"" + std::string(600'000, 'x') + "\"}"), 413);
  EXPECT_EQ(status("{\"version\":0,\"progress\":\"a\\u0000b\"}"), 422);
  EXPECT_EQ(status("{\"version\":0}", "application/json; charset=utf-8"), 200);
}

TEST_F(ReportApi, IsChangedByTheRightPeopleAlone) {
  const auto line = kAugust + "7/fagai";
  const Json body = {{"version", version("fagai", line)}, {"comment", "不行"}};
  post("fagai", line + "/accept", body, 403);
  post("fagai", line + "/return", body, 403);
  post("leader", line + "/accept", body, 403);
  post("leader", line + "/withdraw", body, 403);
  post("office", line + "/withdraw", body, 403);
  put("office", line, narrative("别的单位", 0), 403);
  put("zhujian", line, narrative("别的单位", 0), 404);
  put("zhujian", kAugust + "1/fagai", narrative("别的单位", 0), 403);
  post("office", kAugust + "3/shengtai/accept", {{"version", version("office", kAugust + "3/shengtai")}}, 403);
  EXPECT_EQ(ask("office", line)["state"], "submitted");
}

TEST_F(ReportApi, LeavesARowOfWhatSomebodyMayNotDo) {
  post("office", kAugust + "3/shengtai/accept", {{"version", version("office", kAugust + "3/shengtai")}}, 403);
  EXPECT_EQ(portal_.audit_rows().back(), "access.refused POST /api/v1/reports/2020-08/3/shengtai/accept refused -");
  put("zhujian", kAugust + "1/fagai", narrative("别的单位", 0), 403);
  EXPECT_EQ(portal_.audit_rows().back(), "access.refused PUT /api/v1/reports/2020-08/1/fagai refused -");
}

TEST_F(ReportApi, GivesARepeatedRequestTheFirstAnswerAgain) {
  const auto line = kAugust + "2/fagai";
  const Json body = narrative("第一次保存的文字。", 0);
  const Headers key = {{"Idempotency-Key", "5c1e"}};
  const auto first = send("fagai", Method::put, line, body, 200, key);
  EXPECT_EQ(send("fagai", Method::put, line, body, 200, key), first);
  EXPECT_EQ(version("fagai", line), 1);
  const auto other = send("fagai", Method::put, line, narrative("另外的文字。", 1), 422, key);
  EXPECT_EQ(fields(other), std::vector<std::string>{"Idempotency-Key"});
  send("fagai", Method::put, kAugust + "9/fagai", body, 422, key);
  EXPECT_EQ(send("fagai", Method::put, line, body, 409)["version"], 1);
  // Another person's keys are another person's.
  send("zhujian", Method::put, kAugust + "9/zhujian", narrative("一", 99), 409, key);
}

TEST_F(ReportApi, KeepsNoAnswerOfWhatWasRefused) {
  const auto line = kAugust + "2/fagai";
  const Headers key = {{"Idempotency-Key", "later"}};
  send("fagai", Method::put, line, narrative("文字", 1), 409, key);
  send("fagai", Method::put, line, narrative("文字", 0), 200, key);
  send("fagai", Method::put, line, narrative("文字", 0), 422, {{"Idempotency-Key", std::string(300, 'k')}});
}

}  // namespace sjsz::test
