// The auditor's log.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/audit_heads.h"
#include "storage/audit_rows.h"
#include "support/portal.h"

namespace sjsz::test {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class AuditPages : public testing::Test {
 protected:
  void write(const AuditEntry& entry, int times = 1) {
    portal_.db().write([&](Writer& db) {
      for (int i = 0; i < times; ++i) insert_audit(db, entry);
    });
  }
  std::string last_row() { return portal_.audit_rows().back(); }

  Portal portal_;
  Person auditor_ = portal_.as("auditor");
};

const AuditEntry kSubmission{.actor = "fagai",
                             .role = "reporter",
                             .unit = "fagai",
                             .via = "web",
                             .source = "10.1.2.3",
                             .action = "report.submit",
                             .object = "reports/2020-08/9/fagai",
                             .detail = R"({"version":3,"receipt":"k3v9"})"};

}  // namespace

TEST_F(AuditPages, SayWhoDidWhatInWords) {
  write(kSubmission);
  write({.via = "system", .action = "server.start"});
  const auto page = auditor_.page("/audit");
  EXPECT_EQ(page.text("//h1"), "审计日志");
  EXPECT_EQ(page.text("//tbody/tr[1]/th"), "系统启动");
  EXPECT_THAT(page.text("//tbody/tr[1]/td[3]"), HasSubstr("无账号"));
  const std::string row = "//tbody/tr[2]";
  EXPECT_EQ(page.text(row + "/th"), "提交填报");
  EXPECT_THAT(page.text(row + "/td[3]"), AllOf(StartsWith("fagai"), HasSubstr("部门填报人")));
  EXPECT_THAT(page.text(row + "/td[4]"), AllOf(StartsWith("网页"), HasSubstr("10.1.2.3")));
  EXPECT_THAT(page.text(row + "/td[5]"),
              AllOf(StartsWith("2020年8月　任务 9　区发改局"), EndsWith("reports/2020-08/9/fagai")));
  EXPECT_EQ(page.text(row + "/td[6]"), "成功");
  EXPECT_THAT(page.text(row + "/td[7]"), AllOf(HasSubstr("版本：3"), HasSubstr("回执：k3v9")));
  EXPECT_EQ(page.text(row + "/td[8]").size(), 8u);
  EXPECT_EQ(page.text("//nav//a[@aria-current]"), "审计");
}

TEST_F(AuditPages, AreFilteredByTheirAddress) {
  write(kSubmission, 2);
  write({.actor = "leader", .via = "web", .action = "access.refused", .object = "GET /settings", .outcome = "refused"});
  EXPECT_EQ(auditor_.page("/audit?actor=fagai").count("//tbody/tr"), 2u);
  EXPECT_EQ(auditor_.page("/audit?action=report.submit&object=2020-08").count("//tbody/tr"), 2u);
  const auto refused = auditor_.page("/audit?outcome=refused");
  EXPECT_EQ(refused.count("//tbody/tr"), 1u);
  EXPECT_EQ(refused.text("//select[@name='outcome']/option[@selected]"), "拒绝");
  const auto today = to_string(business_date(now()));
  EXPECT_EQ(auditor_.page("/audit?actor=leader&from=" + today + "&to=" + today).count("//tbody/tr"), 1u);
  const auto none = auditor_.page("/audit?to=2019-12-31");
  EXPECT_EQ(none.count("//table"), 0u);
  EXPECT_THAT(none.text("//p[@class='empty']"), HasSubstr("没有符合“到 2019-12-31”的记录"));
  EXPECT_EQ(none.text("//input[@name='to']/@value"), "2019-12-31");
}

TEST_F(AuditPages, RefuseAFilterThatNamesNothing) {
  for (const std::string query : {"action=dance", "outcome=maybe", "from=2020-13-01", "to=soon", "before=x", "after=-1",
                                  "from=2020-09-03&to=2020-09-02"}) {
    EXPECT_EQ(auditor_.get("/audit?" + query).status, 422) << query;
  }
}

TEST_F(AuditPages, AreTurnedInBothDirectionsWithTheirFilter) {
  write(kSubmission, 250);
  const std::string newer = "//p[@class='pager']//a[.='较新的']/@href",
                    older = "//p[@class='pager']//a[.='较早的']/@href";
  const auto first = auditor_.page("/audit?actor=fagai");
  EXPECT_EQ(first.count("//tbody/tr"), 100u);
  EXPECT_EQ(first.count(newer), 0u);
  EXPECT_THAT(first.text("//p[@class='pager']/span[1]"), HasSubstr("符合条件的共 250 条"));
  const auto second = auditor_.page(first.text(older));
  EXPECT_EQ(second.count("//tbody/tr"), 100u);
  const auto third = auditor_.page(second.text(older));
  EXPECT_EQ(third.count("//tbody/tr"), 50u);
  EXPECT_EQ(third.count(older), 0u);
  EXPECT_EQ(auditor_.page(third.text(newer)).text("//tbody/tr[1]/td[1]"), second.text("//tbody/tr[1]/td[1]"));
  EXPECT_EQ(auditor_.page(second.text(newer)).text("//tbody/tr[1]/td[1]"), first.text("//tbody/tr[1]/td[1]"));
}

TEST_F(AuditPages, VerifyTheChainAndSayThatItIsWhole) {
  write(kSubmission);
  const auto rows = count_audit(*portal_.db().reader());
  const auto response = auditor_.post("/audit/verify?actor=fagai", {});
  ASSERT_EQ(response.status, 200);
  const Html page(*response.body);
  EXPECT_EQ(page.text("//div[@role='status']/p"), "共 " + std::to_string(rows) + " 条，链条完整。");
  EXPECT_EQ(page.text("//input[@name='actor']/@value"), "fagai");
  EXPECT_EQ(last_row(), "audit.verify - ok {\"rows\":" + std::to_string(rows) + "}");
  EXPECT_THAT(auditor_.page("/audit").text("//p[@class='lede']"), AllOf(HasSubstr("auditor"), HasSubstr("链条完整")));
  EXPECT_THAT(auditor_.page("/").text("//p[@class='note']"), HasSubstr("链条完整"));
}

TEST_F(AuditPages, NameTheFirstBadRowAndHowItIsBad) {
  write(kSubmission);
  portal_.db().write([](Writer& db) {
    db.query("DROP TRIGGER audit_is_not_changed").run();
    db.query("UPDATE audit SET at = 'soon', detail = '{broken}' WHERE id = 1").run();
  });
  const auto response = auditor_.post("/audit/verify", {});
  ASSERT_EQ(response.status, 200);
  const Html page(*response.body);
  EXPECT_THAT(page.text("//div[@role='alert']/p"), HasSubstr("第一处问题：第 1 行的内容与校验值不符"));
  EXPECT_THAT(last_row(), AllOf(StartsWith("audit.verify - failed"), HasSubstr(R"("fault":1,"kind":"edited")")));
  const auto list = auditor_.page("/audit");
  EXPECT_EQ(list.text("//tr[@id='r1']/td[2]"), "soon");
  EXPECT_THAT(list.text("//tr[@id='r1']/td[7]"), HasSubstr("{broken}"));
}

TEST_F(AuditPages, NameWhatWasCutOff) {
  write(kSubmission, 3);
  append_audit_head(portal_.db(), now());
  const auto rows = count_audit(*portal_.db().reader());
  portal_.db().write([&](Writer& db) {
    db.query("DROP TRIGGER audit_is_not_deleted").run();
    db.query("DELETE FROM audit WHERE id > :id").bind(":id", rows - 2).run();
  });
  const Html page(*auditor_.post("/audit/verify", {}).body);
  EXPECT_THAT(page.text("//div[@role='alert']/p"), HasSubstr("第 " + std::to_string(rows - 1) + " 行起被截去"));
}

TEST_F(AuditPages, ReadingAndExportingLeaveRowsWithoutWhatWasLookedFor) {
  auditor_.page("/audit?actor=fagai");
  EXPECT_EQ(last_row(), "audit.read - ok -");
  auditor_.get("/audit.csv?actor=fagai");
  EXPECT_EQ(last_row(), "audit.export - ok -");
  auditor_.get("/api/v1/audit");
  EXPECT_EQ(last_row(), "audit.read - ok -");
  const auto rows = portal_.audit_rows().size();
  EXPECT_EQ(auditor_.get("/audit.csv?action=dance").status, 422);
  auditor_.get("/");
  EXPECT_EQ(portal_.audit_rows().size(), rows);
}

TEST_F(AuditPages, ExportWhatMatchesForASpreadsheet) {
  write(kSubmission);
  write({.actor = "fagai", .via = "web", .action = "setting.change", .object = "=cmd|' /C calc'!A0"});
  const auto file = auditor_.get("/audit.csv?actor=fagai");
  ASSERT_EQ(file.status, 200);
  EXPECT_EQ(file.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(file.header("Content-Disposition"),
              AllOf(StartsWith("attachment; filename=\"audit-"), HasSubstr("filename*=UTF-8''")));
  EXPECT_THAT(*file.body, StartsWith("\xef\xbb\xbf\"行号\",\"北京时间\""));
  EXPECT_THAT(
      *file.body,
      HasSubstr(
          "\"提交填报\",\"reports/2020-08/9/fagai\",\"成功\",\"{\"\"version\"\":3,\"\"receipt\"\":\"\"k3v9\"\"}\""));
  EXPECT_THAT(*file.body, HasSubstr("\"'=cmd|"));
  EXPECT_EQ(std::ranges::count(*file.body, '\n'), 3);
}

TEST_F(AuditPages, AreForTheAuditorAlone) {
  for (const char* name : {"admin", "office", "leader", "fagai"}) {
    auto person = portal_.as(name);
    EXPECT_EQ(person.get("/audit").status, 403);
    EXPECT_EQ(person.get("/audit.csv").status, 403);
    EXPECT_EQ(person.post("/audit/verify", {}).status, 403);
    EXPECT_THAT(person.page("/").texts("//nav//a[.='审计']"), IsEmpty());
    EXPECT_THAT(person.page("/").texts("//a[.='审计日志']"), IsEmpty());
  }
  const auto home = auditor_.page("/");
  EXPECT_EQ(home.text("//nav//a[.='审计']/@href"), "/audit");
  EXPECT_THAT(home.text("//p[@class='note']"), HasSubstr("还没有核验过"));
}

TEST_F(AuditPages, ApiAnswersInPiecesOldestFirst) {
  write(kSubmission, 700);
  const auto first = *auditor_.get("/api/v1/audit").body;
  EXPECT_THAT(first, StartsWith(R"({"items":[{"id":1,)"));
  EXPECT_THAT(first, HasSubstr(R"("id":500,)"));
  EXPECT_THAT(first, ::testing::Not(HasSubstr(R"("id":501,)")));
  EXPECT_THAT(*auditor_.get("/api/v1/audit?after=500").body, StartsWith(R"({"items":[{"id":501,)"));
  EXPECT_EQ(auditor_.get("/api/v1/audit?after=x").status, 422);
  EXPECT_EQ(portal_.with_token("auditor", TokenScope::read).get("/api/v1/audit").status, 200);
  EXPECT_THAT(portal_.audit_rows(), ::testing::Contains("audit.read - ok -"));
}

}  // namespace sjsz::test
