#include "domain/due_moves.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

PeriodRules rules_with(const std::vector<CalendarDay>& days) {
  PeriodRules rules;
  rules.first = Month{2020, 1};
  rules.calendar = Calendar(days);
  return rules;
}

std::vector<DueMove> moves_at(const Date& today, const std::vector<Period>& periods) {
  return list_due_moves(periods, rules_with({}), rules_with({{{2020, 10, 5}, false, "国庆节"}}), today);
}

TEST(DueMoves, AreThoseOfTheYear) {
  const auto months = list_months_due_in(2020);
  EXPECT_EQ(months.front(), (Month{2019, 11}));
  EXPECT_EQ(months.back(), (Month{2020, 11}));
}

TEST(DueMoves, NameOldAndNewDate) {
  const auto moves = moves_at({2020, 9, 3}, {{{2020, 8}}, {{2020, 9}}});
  ASSERT_EQ(moves.size(), 1u);
  EXPECT_EQ(moves[0].period, (Month{2020, 9}));
  EXPECT_EQ(moves[0].before.lead, (Date{2020, 10, 5}));
  EXPECT_EQ(moves[0].after.lead, (Date{2020, 10, 6}));
  EXPECT_FALSE(moves[0].kept);
}

TEST(DueMoves, AreThoseOfSupportingLinesToo) {
  auto now = rules_with({}), then = rules_with({{{2020, 10, 12}, false, "停"}});
  now.supporting_due_day_from = then.supporting_due_day_from = {{{2020, 9}, 12}};
  const auto moves = list_due_moves({{{2020, 9}}}, now, then, {2020, 10, 6});
  ASSERT_EQ(moves.size(), 1u);
  EXPECT_EQ(moves[0].before, (DueDates{{2020, 10, 5}, {2020, 10, 12}}));
  EXPECT_EQ(moves[0].after, (DueDates{{2020, 10, 5}, {2020, 10, 13}}));
  EXPECT_FALSE(moves[0].kept) << "the other date is over and stays as it is";
  EXPECT_TRUE(list_due_moves({{{2020, 9}}}, now, then, {2020, 10, 13}).at(0).kept);
}

TEST(DueMoves, LeaveWhatTheOfficeSetAndWhatIsBeforeTheFirstPeriod) {
  EXPECT_TRUE(moves_at({2020, 9, 3}, {{{2020, 9}, Date{2020, 10, 5}}}).empty());
  auto rules = rules_with({});
  rules.first = Month{2020, 10};
  EXPECT_TRUE(list_due_moves({{{2020, 9}}}, rules, rules_with({{{2020, 10, 5}, false, ""}}), {2020, 9, 3}).empty());
}

TEST(DueMoves, KeepWhatIsOverOrClosedOrWouldBeOverAtOnce) {
  EXPECT_TRUE(moves_at({2020, 10, 6}, {{{2020, 9}}}).at(0).kept);
  EXPECT_FALSE(moves_at({2020, 10, 5}, {{{2020, 9}}}).at(0).kept);
  EXPECT_TRUE(moves_at({2020, 9, 3}, {{{2020, 9}, {}, Instant{}}}).at(0).kept);
  const auto earlier =
      list_due_moves({{{2020, 9}}}, rules_with({{{2020, 10, 5}, false, ""}}), rules_with({}), {2020, 10, 6});
  EXPECT_TRUE(earlier.at(0).kept);
}

}  // namespace
}  // namespace sjsz
