#include "domain/year_standing.h"

#include <gmock/gmock.h>

#include "domain/codes.h"
#include "domain/indicator_example.h"

namespace sjsz::test {
namespace {

using testing::ElementsAre;

Instant on(int month, int day) { return business_instant({2020, month, day}, std::chrono::hours(12)); }

ReportPast submitted(int month, const Instant& at, WorkState self) {
  ReportPast past;
  past.report.key = {{2020, month}, TaskSeq{1}, {"fagai"}};
  past.report.state = ReportState::submitted;
  Revision revision;
  revision.number = 1;
  revision.text.self_state = self;
  past.revisions = {revision};
  past.events = {{at, "", "submit", 1, {}, ""}};
  return past;
}

void accept(ReportPast& past, const Instant& at, WorkState judged) {
  past.report.state = ReportState::accepted;
  past.events.push_back({at, "", "accept", 1, judged, ""});
}

YearFacts facts() {
  YearFacts one;
  one.year = 2020;
  Task task;
  task.seq = {1};
  task.assignments = {{{"fagai"}, Role::lead}, {{"jiedao"}, Role::support}};
  one.tasks = {task};
  one.indicators = {indicator(IndicatorKind::at_most_total, "万吨", "12")};
  one.units = {{{"fagai"}, "区发改局", false, true}, {{"jiedao"}, "各街道办事处", true, true}};
  one.rules.first = Month{2020, 1};
  return one;
}

std::string lights(const YearFacts& facts, int last, const Instant& now) {
  std::string words;
  for (const auto& month : stand_through(facts, {2020, last}, now)) {
    const auto& task = month.tasks.at({1});
    words += std::string(to_code(task.light)) + (task.recovered ? "+" : "") + (month.kept ? " " : "? ");
  }
  return words;
}

TEST(AYear, BeforeItsFirstPeriodIsSetHasNoRed) {
  auto one = facts();
  one.rules.first.reset();
  const auto august = stand_in(one, {2020, 8}, on(9, 3));
  EXPECT_EQ(august.tasks.at({1}).light, TaskLight::not_due);
  EXPECT_EQ(august.indicators.at({6}).status, IndicatorStatus::not_due);
  EXPECT_TRUE(stand_through(one, {2020, 8}, on(9, 3)).empty());
}

TEST(AMonthsLights, StayAsTheyWereKeptWhateverComesLater) {
  auto one = facts();
  one.reports = {submitted(1, on(2, 3), WorkState::on_pace), submitted(2, on(5, 20), WorkState::behind),
                 submitted(3, on(4, 3), WorkState::on_pace)};
  // February was missing on 4 March and at the due date of March (7 April: Ching Ming is not in this calendar, 6
  // April).
  EXPECT_EQ(lights(one, 3, on(6, 10)), "on_pace missing on_pace+ ");
  accept(one.reports[0], on(7, 1), WorkState::off);
  EXPECT_EQ(lights(one, 3, on(7, 2)), "on_pace missing on_pace+ ") << "judged after it was kept";
  EXPECT_EQ(lights(one, 3, on(4, 3)), "on_pace missing? missing? ")
      << "March is not due yet, so that February is the newest that is";
}

TEST(AMonthsLights, AreThoseOfItsCloseWhereTheOfficeClosedIt) {
  auto one = facts();
  one.reports = {submitted(1, on(2, 3), WorkState::behind)};
  accept(one.reports[0], on(2, 20), WorkState::on_pace);
  EXPECT_EQ(lights(one, 1, on(3, 1)), "on_pace? ");
  one.periods[{2020, 1}] = {{2020, 1}, {}, on(2, 10)};
  EXPECT_EQ(lights(one, 1, on(3, 1)), "behind ");
}

TEST(AMonthsLights, FollowWhatIsEnteredUntilThen) {
  auto one = facts();
  one.reports = {submitted(1, on(2, 3), WorkState::behind)};
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 10)).tasks.at({1}).light, TaskLight::behind);
  EXPECT_TRUE(stand_in(one, {2020, 1}, on(2, 10)).tasks.at({1}).provisional);
  accept(one.reports[0], on(2, 20), WorkState::on_pace);
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 21)).tasks.at({1}).light, TaskLight::on_pace);
  EXPECT_FALSE(stand_in(one, {2020, 1}, on(2, 21)).tasks.at({1}).provisional);
}

TEST(AnIndicatorsMonth, StaysAsItWasKept) {
  auto one = facts();
  IndicatorValue value;
  value.seq = {6};
  value.period = read_indicator_period("2020-01").value();
  ValueRevision first, second;
  first.number = 1;
  first.text.amount = number("0.9");
  first.submitted_at = on(2, 3);
  first.outcome = RevisionOutcome::accepted;
  first.decided_at = on(2, 3);
  second = first;
  second.number = 2;
  second.text.amount = number("3");
  second.submitted_at = on(5, 1);
  second.decided_at = on(5, 1);
  value.revisions = {first, second};
  one.values = {value};
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 4)).indicators.at({6}).status, IndicatorStatus::on_pace);
  const auto later = stand_in(one, {2020, 1}, on(6, 1)).indicators.at({6});
  EXPECT_EQ(later.status, IndicatorStatus::on_pace);
  EXPECT_EQ(later.value->amount.to_string(), "0.9");
  EXPECT_EQ(stand_in(one, {2020, 4}, on(6, 1)).indicators.at({6}).value->amount.to_string(), "3");
}

TEST(AValueThatIsStillInTheForm, HasTheStatusThatItWillGet) {
  auto one = facts();
  const auto status = [&](const char* amount) {
    return stand_with(one, one.indicators[0], counted("2020-01", amount), on(2, 3)).status;
  };
  EXPECT_EQ(status("1"), IndicatorStatus::on_pace);
  EXPECT_EQ(status("1.1"), IndicatorStatus::behind);
  EXPECT_EQ(status("2"), IndicatorStatus::off);
  IndicatorValue entered;
  entered.seq = {6};
  entered.period = read_indicator_period("2020-01").value();
  ValueRevision revision;
  revision.text.amount = number("1");
  revision.submitted_at = on(2, 2);
  entered.revisions = {revision};
  one.values = {entered};
  EXPECT_EQ(status("2"), IndicatorStatus::off) << "instead of what is there";
  const auto course = list_counted(one, {6}, on(2, 3));
  ASSERT_EQ(course.size(), 1u);
  EXPECT_EQ(course[0].amount.to_string(), "1");
}

TEST(Overrides, CountInTheirMonthFromTheMomentTheyAreMade) {
  auto one = facts();
  one.reports = {submitted(1, on(2, 3), WorkState::on_pace)};
  one.overrides = {{LightObject::task, 1, {2020, 1}, "off", "现场检查", on(2, 10), ""},
                   {LightObject::indicator, 6, {2020, 1}, "behind", "待核", on(2, 10), ""}};
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 9)).tasks.at({1}).light, TaskLight::on_pace);
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 11)).tasks.at({1}).light, TaskLight::off);
  EXPECT_EQ(stand_in(one, {2020, 1}, on(2, 11)).indicators.at({6}).status, IndicatorStatus::behind);
}

TEST(LeadsOfATask, AreTheActiveMembersOfAGroupAndWithoutThoseThatReportNoLonger) {
  auto one = facts();
  one.tasks[0].assignments = {{{"jiedao"}, Role::joint}, {{"fagai"}, Role::joint}};
  const auto leads = [&](int month) {
    std::string words;
    for (const auto& lead : list_leads(one, one.tasks[0], {2020, month})) {
      words += lead.name + std::to_string(lead.exempt.size()) + " ";
    }
    return words;
  };
  EXPECT_EQ(leads(1), "各街道办事处0 区发改局0 ");
  one.units.push_back({{"yaojia"}, "姚家街道", false, true});
  one.members = {{{"yaojia"}, {"jiedao"}}};
  one.activity = {{{"yaojia"}, {1900, 1}, false}, {{"yaojia"}, {2020, 3}, true}, {{"fagai"}, {2020, 5}, false}};
  one.exemptions = {{{{2020, 3}, TaskSeq{1}, {"yaojia"}}, "免"}, {{{2020, 3}, TaskSeq{2}, {"yaojia"}}, "另一项"}};
  EXPECT_EQ(leads(2), "各街道办事处0 区发改局0 ");
  EXPECT_EQ(leads(3), "姚家街道1 区发改局0 ");
  EXPECT_EQ(leads(5), "姚家街道1 ");
}

TEST(Moves, AreLightsAndStatusesThatAreNotWhatTheyWere) {
  MonthStanding before, now;
  before.tasks[{1}].light = TaskLight::on_pace;
  now.tasks[{1}].light = TaskLight::behind;
  before.tasks[{2}].light = now.tasks[{2}].light = TaskLight::off;
  before.indicators[{6}].status = IndicatorStatus::no_data;
  now.indicators[{6}].status = IndicatorStatus::on_pace;
  std::vector<std::string> moves;
  for (const auto& move : list_moves(before, now)) {
    moves.push_back(std::to_string(move.seq) + " " + move.from + " " + move.to);
  }
  EXPECT_THAT(moves, ElementsAre("1 on_pace behind", "6 no_data on_pace"));
}

}  // namespace
}  // namespace sjsz::test
