#include "domain/period.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

// Of the official calendar of 2020, the days that matter to due dates.
PeriodRules rules_of_2020() {
  PeriodRules rules;
  rules.first = Month{2020, 1};
  std::vector<CalendarDay> days;
  const auto add = [&](const char* date, bool works) { days.push_back({*parse_date(date), works, "节"}); };
  for (const char* date : {"2020-04-04", "2020-04-05", "2020-04-06", "2020-05-01", "2020-05-02", "2020-05-03",
                           "2020-05-04", "2020-05-05", "2020-10-01", "2020-10-02", "2020-10-03", "2020-10-04",
                           "2020-10-05", "2020-10-06", "2020-10-07", "2020-10-08"}) {
    add(date, false);
  }
  add("2020-10-10", true);
  rules.calendar = Calendar(days);
  return rules;
}

Date day(const char* text) { return *parse_date(text); }

TEST(Period, IsDueOnTheFifthOrTheNextWorkingDay) {
  const struct {
    Month month;
    const char* due;
  } cases[] = {{{2020, 1}, "2020-02-05"},  {{2020, 2}, "2020-03-05"},  {{2020, 3}, "2020-04-07"},
               {{2020, 4}, "2020-05-06"},  {{2020, 5}, "2020-06-05"},  {{2020, 6}, "2020-07-06"},
               {{2020, 7}, "2020-08-05"},  {{2020, 8}, "2020-09-07"},  {{2020, 9}, "2020-10-09"},
               {{2020, 10}, "2020-11-05"}, {{2020, 11}, "2020-12-07"}, {{2020, 12}, "2021-01-05"}};
  for (const auto& c : cases)
    EXPECT_EQ(to_string(due_dates({c.month}, rules_of_2020()).lead), c.due) << to_string(c.month);
}

TEST(Period, FollowsTheDateThatTheOfficeSetForIt) {
  EXPECT_EQ(to_string(due_dates({{2020, 2}, day("2020-03-20")}, rules_of_2020()).lead), "2020-03-20");
  auto rules = rules_of_2020();
  rules.due_day = 8;
  EXPECT_EQ(to_string(due_dates({{2020, 7}}, rules).lead), "2020-08-10");  // the 8th is a Saturday
}

TEST(Period, KeepsItsDueDayWhenAnotherCountsFromALaterOneOn) {
  auto rules = rules_of_2020();
  rules.due_day_from = {{{2020, 6}, 8}, {{2020, 9}, 10}};
  EXPECT_EQ(to_string(due_dates({{2020, 5}}, rules).lead), "2020-06-05");
  EXPECT_EQ(to_string(due_dates({{2020, 6}}, rules).lead), "2020-07-08");
  EXPECT_EQ(to_string(due_dates({{2020, 8}}, rules).lead), "2020-09-08");
  EXPECT_EQ(to_string(due_dates({{2020, 9}}, rules).lead), "2020-10-10");  // a worked Saturday
}

TEST(Period, HasADateOfItsOwnForSupportingLinesWhereTheOfficeSetOne) {
  auto rules = rules_of_2020();
  rules.due_day_from = {{{2020, 6}, 8}};
  rules.supporting_due_day_from = {{{2020, 4}, 3}, {{2020, 8}, std::nullopt}, {{2020, 9}, 12}};
  const struct {
    Period period;
    const char *lead, *supporting;
  } cases[] = {{{{2020, 3}}, "2020-04-07", "2020-04-07"},
               {{{2020, 4}}, "2020-05-06", "2020-05-06"},  // the 3rd is a holiday
               {{{2020, 5}}, "2020-06-05", "2020-06-03"},
               {{{2020, 7}}, "2020-08-10", "2020-08-03"},
               {{{2020, 8}}, "2020-09-08", "2020-09-08"},
               {{{2020, 9}}, "2020-10-09", "2020-10-12"},
               {{{2020, 5}, day("2020-06-20")}, "2020-06-20", "2020-06-20"},
               {{{2020, 5}, day("2020-06-20"), {}, day("2020-06-18")}, "2020-06-20", "2020-06-18"}};
  for (const auto& c : cases) {
    const auto due = due_dates(c.period, rules);
    EXPECT_EQ(to_string(due.lead), c.lead) << to_string(c.period.month);
    EXPECT_EQ(to_string(due.supporting), c.supporting) << to_string(c.period.month);
    EXPECT_EQ(due.of(ReportForm::full), due.lead);
    EXPECT_EQ(due.of(ReportForm::narrative), due.lead);
    EXPECT_EQ(due.of(ReportForm::supporting), due.supporting);
  }
}

TEST(Period, IsOverdueAfterTheLastOfItsDueDates) {
  for (const int supporting : {3, 9}) {
    auto rules = rules_of_2020();
    rules.supporting_due_day_from = {{{2020, 8}, supporting}};
    const auto last = supporting == 3 ? day("2020-09-07") : day("2020-09-09");
    EXPECT_EQ(phase_of({{2020, 8}}, rules, last), Phase::open);
    EXPECT_EQ(phase_of({{2020, 8}}, rules, plus_days(last, 1)), Phase::overdue);
  }
}

TEST(Period, GoesThroughItsPhases) {
  const struct {
    const char* today;
    Phase want;
  } cases[] = {{"2020-07-31", Phase::outside}, {"2020-08-01", Phase::drafting}, {"2020-08-31", Phase::drafting},
               {"2020-09-01", Phase::open},    {"2020-09-07", Phase::open},     {"2020-09-08", Phase::overdue},
               {"2021-09-08", Phase::overdue}};
  for (const auto& c : cases) EXPECT_EQ(phase_of({{2020, 8}}, rules_of_2020(), day(c.today)), c.want) << c.today;
}

TEST(Period, OwesNothingBeforeTheFirstOneIsSet) {
  auto rules = rules_of_2020();
  rules.first.reset();
  EXPECT_EQ(phase_of({{2020, 8}}, rules, day("2020-09-10")), Phase::outside);
  EXPECT_FALSE(newest_open_period(rules, day("2020-09-10")));
  rules.first = Month{2020, 8};
  EXPECT_EQ(phase_of({{2020, 7}}, rules, day("2020-09-10")), Phase::outside);
  EXPECT_FALSE(newest_open_period(rules, day("2020-08-31")));
  EXPECT_EQ(newest_open_period(rules, day("2020-09-01")), (Month{2020, 8}));
}

TEST(Period, IsLockedOnceTheOfficeClosedIt) {
  const Period closed{{2020, 8}, std::nullopt, Instant{std::chrono::hours(1)}};
  const auto phase = phase_of(closed, rules_of_2020(), day("2020-09-20"));
  EXPECT_EQ(phase, Phase::closed);
  EXPECT_FALSE(may_write_drafts(phase));
  EXPECT_FALSE(may_submit(phase));
}

TEST(Period, TakesDraftsBeforeItTakesReports) {
  EXPECT_TRUE(may_write_drafts(Phase::drafting));
  EXPECT_FALSE(may_submit(Phase::drafting));
  EXPECT_TRUE(may_submit(Phase::open));
  EXPECT_TRUE(may_submit(Phase::overdue));
  EXPECT_FALSE(may_write_drafts(Phase::outside));
}

TEST(Period, CountsLatenessToTheLastSecondOfTheDueDayInBusinessTime) {
  using namespace std::chrono;
  const Instant last = sys_days(2020y / September / 7) + hours(15) + minutes(59) + seconds(59) + milliseconds(999);
  EXPECT_FALSE(is_late(last, day("2020-09-07")));  // 23:59:59.999 in UTC+8
  EXPECT_TRUE(is_late(last + milliseconds(1), day("2020-09-07")));
}

TEST(Period, ThatOpensNextIsTheMonthItselfOrTheFirst) {
  auto rules = rules_of_2020();
  rules.first = Month{2020, 1};
  EXPECT_EQ(next_open_period(rules, day("2020-09-01")), (Month{2020, 9}));
  rules.first = Month{2020, 11};
  EXPECT_EQ(next_open_period(rules, day("2020-09-30")), (Month{2020, 11}));
  rules.first.reset();
  EXPECT_EQ(next_open_period(rules, day("2020-09-30")), (Month{2020, 9}));
}

}  // namespace
}  // namespace sjsz
