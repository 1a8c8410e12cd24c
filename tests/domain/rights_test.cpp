#include "domain/rights.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

Visitor nobody(bool plan_is_public = true) {
  Visitor visitor;
  visitor.plan_is_public = plan_is_public;
  return visitor;
}

Visitor as(AccountRole role, const char* unit = nullptr) {
  Visitor visitor = nobody(false);
  visitor.account = Account{};
  visitor.account->role = role;
  if (unit) visitor.account->unit = UnitCode{unit};
  return visitor;
}

Visitor with_token(Visitor visitor, TokenScope scope) {
  visitor.token = scope;
  return visitor;
}

const Visitor kAdmin = as(AccountRole::admin), kOffice = as(AccountRole::office, "shengtai"),
              kLeader = as(AccountRole::leader), kReporter = as(AccountRole::reporter, "fagai"),
              kAuditor = as(AccountRole::auditor);

TEST(Rights, OfRolesAreThoseOfTheTable) {
  using Right = bool (*)(const Visitor&);
  const struct {
    const char* name;
    Right right;
    bool nobody, admin, office, leader, reporter, auditor;
  } table[] = {{"plan", may_read_plan, false, true, true, true, true, true},
               {"report", may_report, false, false, true, false, true, false},
               {"review", may_review, false, false, true, false, false, false},
               {"oversee", may_oversee, false, false, true, true, false, false},
               {"accounts", may_manage_accounts, false, true, false, false, false, false},
               {"units", may_manage_units, false, false, true, false, false, false},
               {"audit", may_read_audit, false, false, false, false, false, true},
               {"session", may_use_session, false, true, true, true, true, true}};
  for (const auto& row : table) {
    EXPECT_EQ(row.right(nobody(false)), row.nobody) << row.name;
    EXPECT_EQ(row.right(kAdmin), row.admin) << row.name;
    EXPECT_EQ(row.right(kOffice), row.office) << row.name;
    EXPECT_EQ(row.right(kLeader), row.leader) << row.name;
    EXPECT_EQ(row.right(kReporter), row.reporter) << row.name;
    EXPECT_EQ(row.right(kAuditor), row.auditor) << row.name;
  }
}

TEST(Rights, ThePlanIsForEverybodyWhileItIsPublic) { EXPECT_TRUE(may_read_plan(nobody(true))); }

TEST(Rights, TokensReachNeitherAccountsNorSessions) {
  for (const auto scope : {TokenScope::read, TokenScope::write, TokenScope::metrics}) {
    EXPECT_FALSE(may_manage_accounts(with_token(kAdmin, scope)));
    EXPECT_FALSE(may_use_session(with_token(kReporter, scope)));
  }
}

TEST(Rights, AScopeSaysWhatATokenIsFor) {
  EXPECT_TRUE(may_by_token(kReporter, false));
  EXPECT_TRUE(may_by_token(with_token(kReporter, TokenScope::write), false));
  EXPECT_TRUE(may_by_token(with_token(kReporter, TokenScope::read), true));
  EXPECT_FALSE(may_by_token(with_token(kReporter, TokenScope::read), false));
  EXPECT_FALSE(may_by_token(with_token(kReporter, TokenScope::metrics), true));
}

// docs/security.md, access: what each may see of one report of fagai whose task gongxin leads, in each state.
TEST(Rights, AReportShowsEachVisitorAsMuchAsItsStateAllows) {
  using State = ReportState;
  constexpr auto hidden = ReportAccess::hidden, state_only = ReportAccess::state_only, text = ReportAccess::accepted,
                 last = ReportAccess::last, whole = ReportAccess::whole;
  const ReportKey key{{2020, 8}, TaskSeq{9}, UnitCode{"fagai"}};
  const std::set<UnitCode> leads{UnitCode{"gongxin"}};
  const Visitor own = kReporter, lead = as(AccountRole::reporter, "gongxin"), other = as(AccountRole::reporter, "keji"),
                own_office = as(AccountRole::office, "fagai");
  const struct {
    ReportState state;
    bool was_accepted;
    ReportAccess own, lead, other, office;
  } table[] = {{State::none, false, whole, hidden, hidden, state_only},
               {State::draft, false, whole, hidden, hidden, state_only},
               {State::submitted, false, whole, last, hidden, last},
               {State::returned, false, whole, last, hidden, last},
               {State::accepted, true, whole, text, text, last},
               {State::draft, true, whole, text, text, text},
               {State::returned, true, whole, last, text, last},
               {State::submitted, true, whole, last, text, last},
               {State::exempt, false, whole, hidden, hidden, state_only}};
  for (const auto& row : table) {
    const auto access = [&](const Visitor& visitor) {
      return report_access(visitor, key, row.state, row.was_accepted, leads);
    };
    const int state = static_cast<int>(row.state);
    EXPECT_EQ(access(own), row.own) << state;
    EXPECT_EQ(access(own_office), row.own) << state;
    EXPECT_EQ(access(lead), row.lead) << state;
    EXPECT_EQ(access(other), row.other) << state;
    EXPECT_EQ(access(kOffice), row.office) << state;
    EXPECT_EQ(access(kLeader), row.office) << state;
    for (const auto& outsider : {nobody(), kAdmin, kAuditor}) EXPECT_EQ(access(outsider), hidden) << state;
  }
}

TEST(Rights, OnlyTheOwnUnitFilesAndNeverJudges) {
  const ReportKey key{{2020, 8}, TaskSeq{9}, UnitCode{"shengtai"}};
  const Visitor zhengfuban = as(AccountRole::office, "zhengfuban");
  EXPECT_TRUE(may_file_report(kOffice, key));
  EXPECT_FALSE(may_judge_report(kOffice, key));
  EXPECT_FALSE(may_file_report(zhengfuban, key));
  EXPECT_TRUE(may_judge_report(zhengfuban, key));
  for (const auto& visitor : {nobody(), kAdmin, kLeader, kReporter, kAuditor}) {
    EXPECT_FALSE(may_file_report(visitor, key));
    EXPECT_FALSE(may_judge_report(visitor, key));
  }
}

TEST(Rights, OnlyTheAssignedUnitFilesValuesAndTheOfficeJudgesThoseOfOthers) {
  const Visitor zhengfuban = as(AccountRole::office, "zhengfuban");
  const std::optional<UnitCode> none, desk = UnitCode{"shengtai"};
  EXPECT_TRUE(may_file_value(kOffice, desk));
  EXPECT_FALSE(may_judge_value(kOffice, desk));
  EXPECT_FALSE(may_file_value(zhengfuban, desk));
  EXPECT_TRUE(may_judge_value(zhengfuban, desk));
  EXPECT_FALSE(may_file_value(kOffice, none));
  EXPECT_TRUE(may_judge_value(kOffice, none));
  for (const auto& visitor : {nobody(), kAdmin, kLeader, kReporter, kAuditor}) {
    EXPECT_FALSE(may_file_value(visitor, none));
    EXPECT_FALSE(may_file_value(visitor, desk));
    EXPECT_FALSE(may_judge_value(visitor, none));
    EXPECT_FALSE(may_judge_value(visitor, desk));
  }
}

}  // namespace
}  // namespace sjsz
