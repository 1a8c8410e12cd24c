#include "domain/look_back.h"

#include <gmock/gmock.h>

#include "domain/codes.h"

namespace sjsz {
namespace {

using testing::ElementsAre;

PeriodRules rules() {
  PeriodRules some;
  some.first = Month{2020, 1};
  return some;
}

Instant on(int month, int day, int hour = 12) { return business_instant({2020, month, day}, std::chrono::hours(hour)); }

std::string minute(Instant at) { return business_minute(at); }

TEST(AMonth, IsKeptAsAtItsCloseOrTheNextMonthsDueDate) {
  const Month june{2020, 6};
  EXPECT_EQ(minute(kept_from(june, {}, rules())), "2020-08-05 23:59");
  EXPECT_EQ(minute(kept_from(june, {{june, {june, {}, on(7, 20)}}}, rules())), "2020-07-20 12:00");
  const Month july{2020, 7};
  EXPECT_EQ(minute(kept_from(june, {{july, {july, Date{2020, 8, 9}, {}}}}, rules())), "2020-08-09 23:59");
  EXPECT_EQ(minute(kept_from({2020, 8}, {}, rules())), "2020-10-05 23:59")
      << "without a calendar Saturdays and Sundays count";
  auto with_calendar = rules();
  with_calendar.calendar = Calendar({{{2020, 10, 5}, false, "国庆节"}, {{2020, 10, 6}, false, "国庆节"}});
  EXPECT_EQ(minute(kept_from({2020, 8}, {}, with_calendar)), "2020-10-07 23:59");
  EXPECT_EQ(minute(look_moment(june, {}, rules(), on(7, 3))), "2020-07-03 12:00") << "before that as it is now";
  EXPECT_EQ(minute(look_moment(june, {}, rules(), on(9, 3))), "2020-08-05 23:59");
}

TEST(AMonth, IsDueAfterItsDueDateOrWhenItIsClosedNeverBeforeTheFirst) {
  const auto due = [](Instant at, const PeriodRules& some, const Periods& periods = {}) {
    std::vector<std::string> months;
    for (const auto& month : list_due_months({2020, 3}, periods, some, at)) months.push_back(to_string(month));
    return months;
  };
  EXPECT_THAT(due(on(2, 5), rules()), ElementsAre());
  EXPECT_THAT(due(on(2, 6, 0), rules()), ElementsAre("2020-01"));
  EXPECT_THAT(due(on(9, 1), rules()), ElementsAre("2020-01", "2020-02", "2020-03"));
  auto later = rules();
  later.first = Month{2020, 3};
  EXPECT_THAT(due(on(9, 1), later), ElementsAre("2020-03"));
  later.first.reset();
  EXPECT_THAT(due(on(9, 1), later), ElementsAre()) << "no first period: nothing is owed";
  const Month january{2020, 1};
  const Periods closed = {{january, {january, {}, on(2, 3)}}};
  EXPECT_THAT(due(on(2, 3, 11), rules(), closed), ElementsAre());
  EXPECT_THAT(due(on(2, 3, 13), rules(), closed), ElementsAre("2020-01"));
}

Revision revision(int number, const char* progress) {
  Revision one;
  one.number = number;
  one.text.progress = progress;
  return one;
}

ReportEvent event(int hour, const char* verb, int number, std::optional<WorkState> judged = {}) {
  return {on(9, 1, hour), "", verb, number, judged, ""};
}

TEST(AReportAsItStood, HasTheStateAndTheTextOfThatMoment) {
  const std::vector<Revision> revisions = {revision(1, "一"), revision(2, "二")};
  const std::vector<ReportEvent> events = {event(1, "submit", 1), event(2, "withdraw", 1),
                                           event(3, "submit", 1), event(4, "return", 1),
                                           event(5, "submit", 2), event(6, "accept", 2, WorkState::behind),
                                           event(7, "return", 2)};
  Report now;
  now.state = ReportState::returned;
  now.text.progress = "草稿";
  const struct {
    int hour;
    const char* state;
    const char* text;
  } cases[] = {{0, "", ""},           {1, "submitted", "一"}, {2, "", ""},           {3, "submitted", "一"},
               {4, "returned", "一"}, {5, "submitted", "二"}, {6, "accepted", "二"}, {7, "returned", "二"}};
  for (const auto& c : cases) {
    const auto then = report_as_at(now, revisions, events, on(9, 1, c.hour));
    EXPECT_EQ(then ? to_code(then->state) : "", c.state) << c.hour;
    EXPECT_EQ(then ? then->text.progress : "", c.text) << c.hour;
    EXPECT_EQ(then && then->judged_state, then && then->state == ReportState::accepted) << c.hour;
  }
}

}  // namespace
}  // namespace sjsz
