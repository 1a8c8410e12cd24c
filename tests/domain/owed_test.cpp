#include "domain/owed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz {
namespace {

using ::testing::ElementsAre;

constexpr Month kAugust{2020, 8};
constexpr Date kDue{2020, 9, 7};

Task task(int seq, std::vector<Assignment> assignments) {
  Task task;
  task.seq = {seq};
  task.assignments = std::move(assignments);
  return task;
}

std::vector<Task> tasks() {
  return {task(1, {{{"fagai"}, Role::lead}, {{"jiedao"}, Role::support}}), task(2, {{{"fagai"}, Role::sole}})};
}

std::vector<Unit> units() {
  return {{{"yaojia"}, "姚家街道", false, true},
          {{"fagai"}, "区发改局", false, true},
          {{"jiedao"}, "各街道办事处", true, true},
          {{"shuiwu"}, "区水务局", false, true},
          {{"dongguan"}, "东关街道", false, true}};
}

std::string name(const OwedLine& line) {
  const auto task = line.key.task ? std::to_string(line.key.task->value) : "narrative";
  return line.key.unit.value + " " + task + (line.exempt ? " exempt" : "");
}

std::vector<std::string> owed(const std::vector<UnitMember>& members = {}, const std::vector<Exemption>& exempt = {},
                              const std::vector<Unit>& all_units = units()) {
  std::vector<std::string> names;
  for (const auto& line : list_owed(kAugust, tasks(), all_units, members, exempt)) names.push_back(name(line));
  return names;
}

TEST(Owed, IsALineForEachAssignmentAndANarrativeForEachUnitThatHasOne) {
  EXPECT_THAT(owed(), ElementsAre("fagai 1", "fagai 2", "fagai narrative", "jiedao 1", "jiedao narrative"));
}

TEST(Owed, IsByTheMembersOfAGroupInItsPlaceAndWithItsRole) {
  const std::vector<UnitMember> members = {{{"dongguan"}, {"jiedao"}}, {{"yaojia"}, {"jiedao"}}};
  EXPECT_THAT(owed(members), ElementsAre("fagai 1", "fagai 2", "fagai narrative", "yaojia 1", "yaojia narrative",
                                         "dongguan 1", "dongguan narrative"));
  EXPECT_EQ(list_owed(kAugust, tasks(), units(), members, {})[3].role, Role::support);
}

TEST(Owed, IsByTheGroupItselfWhileNoneOfItsMembersIsActive) {
  auto some = units();
  some[0].active = false;
  EXPECT_THAT(owed({{{"yaojia"}, {"jiedao"}}}, {}, some),
              ElementsAre("fagai 1", "fagai 2", "fagai narrative", "jiedao 1", "jiedao narrative"));
}

TEST(Owed, IsNothingByAUnitThatIsNotActive) {
  auto some = units();
  some[1].active = false;
  EXPECT_THAT(owed({}, {}, some), ElementsAre("jiedao 1", "jiedao narrative"));
}

TEST(Owed, TakesAMembersOwnAssignmentBeforeThatOfItsGroup) {
  std::vector<Task> both = {task(1, {{{"jiedao"}, Role::support}, {{"yaojia"}, Role::joint}})};
  const auto lines = list_owed(kAugust, both, units(), {{{"yaojia"}, {"jiedao"}}}, {});
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].role, Role::joint);
}

TEST(Owed, MarksExemptLinesOfThisMonthWithTheirReason) {
  const std::vector<Exemption> exempt = {{{kAugust, TaskSeq{2}, {"fagai"}}, "当月停产检修"},
                                         {{kAugust, std::nullopt, {"jiedao"}}, "合并填报"},
                                         {{{2020, 7}, TaskSeq{1}, {"fagai"}}, "不是这个月"}};
  EXPECT_THAT(owed({}, exempt),
              ElementsAre("fagai 1", "fagai 2 exempt", "fagai narrative", "jiedao 1", "jiedao narrative exempt"));
  EXPECT_EQ(list_owed(kAugust, tasks(), units(), {}, exempt)[1].exempt_reason, "当月停产检修");
}

// A line of task 1 and what was written on it.
struct Line {
  bool exempt = false;
  ReportState state = ReportState::none;
  std::optional<Date> first_submitted = {};
  bool no_progress = false;
};

OwedCounts count(const std::vector<Line>& given, Phase phase) {
  std::vector<OwedLine> lines;
  std::vector<Report> reports;
  for (const auto& one : given) {
    const ReportKey key{kAugust, TaskSeq{1}, {"unit" + std::to_string(lines.size())}};
    lines.push_back({.key = key, .exempt = one.exempt});
    if (one.state == ReportState::none) continue;
    Report report{.key = key, .state = one.state};
    if (one.first_submitted) {
      report.first_submitted = business_instant(*one.first_submitted, std::chrono::hours(24)) - std::chrono::seconds(1);
    }
    if (one.no_progress) report.text.no_progress = "汛期停工";
    reports.push_back(std::move(report));
  }
  reports.push_back({.key = {kAugust, TaskSeq{9}, {"unit0"}}, .state = ReportState::accepted});
  const auto today = plus_days(kDue, phase == Phase::overdue ? 1 : 0);
  return count_owed(lines, reports, {{kDue, kDue}, phase, today});
}

TEST(Counts, HoldWhatNobodyAnsweredOpenBeforeTheDueDateAndMissingAfterIt) {
  const std::vector<Line> lines = {{}, {.state = ReportState::draft}};
  const struct {
    Phase phase;
    int open, missing;
  } cases[] = {{Phase::outside, 2, 0},
               {Phase::drafting, 2, 0},
               {Phase::open, 2, 0},
               {Phase::overdue, 0, 2},
               {Phase::closed, 0, 2}};
  for (const auto& c : cases) {
    const auto counts = count(lines, c.phase);
    EXPECT_EQ(counts.open, c.open);
    EXPECT_EQ(counts.missing, c.missing);
    EXPECT_EQ(counts.outstanding, 2);
    EXPECT_EQ(counts.submitted, 0);
  }
}

TEST(Counts, LeaveExemptLinesOutOfEverythingElse) {
  const auto counts = count({{.exempt = true}, {.exempt = true, .state = ReportState::draft}, {}}, Phase::overdue);
  EXPECT_EQ(counts.exempt, 2);
  EXPECT_EQ(counts.owed, 1);
  EXPECT_EQ(counts.missing, 1);
  EXPECT_EQ(counts.outstanding, 1);
}

TEST(Counts, TakeReturnedOnesAsSubmittedAndAsOutstanding) {
  const auto counts = count({{.state = ReportState::returned, .first_submitted = kDue},
                             {.state = ReportState::submitted, .first_submitted = kDue},
                             {.state = ReportState::accepted, .first_submitted = kDue}},
                            Phase::overdue);
  EXPECT_EQ(counts.submitted, 3);
  EXPECT_EQ(counts.returned, 1);
  EXPECT_EQ(counts.waiting, 1);
  EXPECT_EQ(counts.accepted, 1);
  EXPECT_EQ(counts.outstanding, 1);
  EXPECT_EQ(counts.missing + counts.open, 0);
}

TEST(Counts, JudgeTimelinessByTheFirstSubmissionToTheLastSecondOfTheDueDate) {
  const auto counts = count({{.state = ReportState::accepted, .first_submitted = kDue},
                             {.state = ReportState::submitted, .first_submitted = Date{2020, 9, 8}},
                             {.state = ReportState::returned, .first_submitted = Date{2020, 9, 1}}},
                            Phase::closed);
  EXPECT_EQ(counts.on_time, 2);
  EXPECT_EQ(counts.late, 1);
}

TEST(Counts, HoldSupportingLinesToTheirOwnDueDate) {
  const ReportKey lead{kAugust, TaskSeq{1}, {"a"}}, supporting{kAugust, TaskSeq{2}, {"a"}},
      narrative{kAugust, std::nullopt, {"a"}};
  const std::vector<OwedLine> lines = {{.key = lead, .role = Role::sole}, {.key = supporting}, {.key = narrative}};
  const Date third{2020, 9, 3}, fourth{2020, 9, 4};
  const auto none = count_owed(lines, {}, {{kDue, third}, Phase::open, fourth});
  EXPECT_EQ(none.missing, 1);
  EXPECT_EQ(none.open, 2);
  std::vector<Report> reports;
  for (const auto& key : {lead, supporting, narrative}) {
    reports.push_back({.key = key, .state = ReportState::submitted});
    reports.back().first_submitted = business_instant(fourth, std::chrono::hours(9));
  }
  const auto all = count_owed(lines, reports, {{kDue, third}, Phase::open, fourth});
  EXPECT_EQ(all.late, 1);
  EXPECT_EQ(all.on_time, 2);
}

TEST(Counts, CountNoProgressAmongTheSubmittedOnesAlone) {
  const auto counts = count({{.state = ReportState::submitted, .first_submitted = kDue, .no_progress = true},
                             {.state = ReportState::draft, .no_progress = true}},
                            Phase::open);
  EXPECT_EQ(counts.no_progress, 1);
  EXPECT_EQ(counts.owed, 2);
}

}  // namespace
}  // namespace sjsz
