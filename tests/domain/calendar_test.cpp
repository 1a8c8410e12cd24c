#include "domain/calendar.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

// Around the National Day of 2020: Thursday 1 to Thursday 8 October free, Sunday 27 September and Saturday 10 October
// worked.
Calendar national_day() {
  std::vector<CalendarDay> days = {{{2020, 9, 27}, true, "国庆节、中秋节调休"},
                                   {{2020, 10, 10}, true, "国庆节、中秋节调休"}};
  for (int day = 1; day <= 8; ++day) days.push_back({{2020, 10, day}, false, "国庆节、中秋节"});
  return Calendar(days);
}

TEST(WorkingDays, AreMondayToFridayButForTheOfficialCalendar) {
  const struct {
    const char* why;
    Date date;
    bool works;
  } cases[] = {
      {"Friday", {2020, 9, 25}, true},
      {"Saturday", {2020, 9, 26}, false},
      {"worked Sunday", {2020, 9, 27}, true},
      {"Monday", {2020, 9, 28}, true},
      {"holiday on a Thursday", {2020, 10, 1}, false},
      {"holiday on a Saturday", {2020, 10, 3}, false},
      {"holiday on a Monday", {2020, 10, 5}, false},
      {"Friday after the holiday", {2020, 10, 9}, true},
      {"worked Saturday", {2020, 10, 10}, true},
      {"Sunday", {2020, 10, 11}, false},
      {"holiday's date in a year without calendar", {2021, 10, 1}, true},
  };
  for (const auto& c : cases) EXPECT_EQ(national_day().is_working_day(c.date), c.works) << c.why;
}

TEST(TheNextWorkingDay, IsTheDayItselfOrTheFirstAfterTheFreeOnes) {
  const struct {
    Date date, next;
  } cases[] = {
      {{2020, 9, 25}, {2020, 9, 25}},   {{2020, 9, 26}, {2020, 9, 27}}, {{2020, 10, 1}, {2020, 10, 9}},
      {{2020, 10, 5}, {2020, 10, 9}},   {{2020, 10, 8}, {2020, 10, 9}}, {{2020, 10, 10}, {2020, 10, 10}},
      {{2020, 10, 11}, {2020, 10, 12}}, {{2022, 12, 31}, {2023, 1, 2}},
  };
  for (const auto& c : cases) EXPECT_EQ(national_day().next_working_day(c.date), c.next) << to_string(c.date);
}

TEST(ACalendar, KnowsTheYearsThatItHasDaysOf) {
  EXPECT_TRUE(national_day().knows(2020));
  EXPECT_FALSE(national_day().knows(2021));
  EXPECT_FALSE(Calendar().knows(2020));
  EXPECT_FALSE(Calendar().is_working_day({2020, 9, 27}));
  EXPECT_TRUE(Calendar().is_working_day({2020, 10, 1}));
}

}  // namespace
}  // namespace sjsz
