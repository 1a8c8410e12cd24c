// When a report is taken, late or refused, by the state of its month.
#include <gmock/gmock.h>

#include "actions/reporting_month.h"
#include "storage/period_store.h"
#include "storage/setting_store.h"

namespace sjsz::test {
namespace {

using actions::Outcome;
using Why = actions::Refusal::Why;

TEST(AReport, IsTakenAsItsMonthGoes) {
  ReportingMonth month;
  const auto attempt = [&](const Date& day, ReportVerb verb) {
    ReportingMonth fresh;
    fresh.save(kLead, good_text());
    const auto outcome = fresh->write([&](Writer& db) -> Outcome {
      if (verb == ReportVerb::save) {
        return actions::save_report(db, actor(day), reporter(), kLead, 1, short_text());
      }
      const auto done = actions::submit_reports(db, actor(day), reporter(), {{kLead, 1}});
      if (!done) return tl::unexpected(done.error());
      return done->lines[0];
    });
    if (!outcome) {
      EXPECT_EQ(outcome.error().why, Why::closed) << outcome.error().reason;
    }
    return outcome.has_value();
  };
  const struct {
    Date day;
    bool save, submit;
  } cases[] = {{{2020, 7, 31}, false, false}, {{2020, 8, 1}, true, false}, {{2020, 8, 31}, true, false},
               {{2020, 9, 1}, true, true},    {{2020, 9, 7}, true, true},  {{2020, 12, 1}, true, true}};
  for (const auto& c : cases) {
    EXPECT_EQ(attempt(c.day, ReportVerb::save), c.save) << to_string(c.day);
    EXPECT_EQ(attempt(c.day, ReportVerb::submit), c.submit) << to_string(c.day);
  }
}

TEST(AReport, OfAMonthThatIsLockedSaysWhy) {
  ReportingMonth month;
  month.save(kLead, good_text());
  expect_refused(month.submit(kLead, {2020, 8, 20}), Why::closed, "从 2020年9月1日起提交");
  month->write([](Writer& db) { set_period_closed(db, kAugust, on({2020, 9, 20}, 17)); });
  expect_refused(month.submit(kLead, {2020, 9, 21}), Why::closed, "2020-09-20 17:00");
  expect_refused(month.save(kLead, short_text()), Why::closed, "重新开放");
  expect_refused(month.save({{2019, 12}, TaskSeq{1}, {"gongxin"}}, good_text()), Why::not_allowed);
  month->write([](Writer& db) { set_setting(db, "first_period", "2020-09"); });
  expect_refused(month.save(kLead, short_text()), Why::closed, "早于首个调度期（2020年9月）");
  month->write([](Writer& db) { db.query("DELETE FROM setting").run(); });
  expect_refused(month.save(kLead, short_text()), Why::closed, "首个调度期还没有设定");
}

TEST(AReport, IsTakenInAClosedMonthWhileItIsReopenedForItsUnit) {
  ReportingMonth month;
  month.save(kLead, good_text());
  month.bring_to(kSupporting, ReportState::draft);
  month->write([](Writer& db) {
    set_period_closed(db, kAugust, on({2020, 9, 20}));
    set_reopening(db, {kAugust, {"gongxin"}, "补报", on({2020, 9, 25}, 18)});
  });
  expect_refused(month.submit(kSupporting, {2020, 9, 22}), Why::closed);
  expect_refused(month.submit(kLead, {2020, 9, 26}), Why::closed, "2020-09-25 18:00 到期");
  EXPECT_TRUE(month.submit(kLead, {2020, 9, 25}));
  EXPECT_TRUE(month.withdraw(kLead, {2020, 9, 25}));
}

TEST(AReport, IsReviewedInAClosedMonthToo) {
  ReportingMonth month;
  month.bring_to(kLead, ReportState::submitted);
  month.bring_to(kSecond, ReportState::submitted);
  month->write([](Writer& db) { set_period_closed(db, kAugust, on({2020, 9, 1})); });
  EXPECT_TRUE(month.accept(kLead));
  EXPECT_TRUE(month.send_back(kSecond));
  expect_refused(month.submit(kSecond), Why::closed);
}

TEST(AReport, IsLateAfterTheLastSecondOfTheDueDate) {
  const auto submit_at = [](Instant moment) {
    ReportingMonth month;
    month.save(kLead, good_text());
    auto who = actor();
    who.moment = moment;
    month->write([&](Writer& db) { return actions::submit_reports(db, who, reporter(), {{kLead, 1}}); });
    return list_revisions(*month->reader(), month.find(kLead).id).at(0).late;
  };
  const auto midnight = business_instant({2020, 9, 8}, {});  // 5 September is a Saturday: due on Monday the 7th
  EXPECT_FALSE(submit_at(midnight - std::chrono::milliseconds(1)));
  EXPECT_TRUE(submit_at(midnight));
}

TEST(AReport, IsJudgedByItsFirstSubmissionThatWasNotWithdrawn) {
  ReportingMonth month;
  month.save(kLead, good_text());
  month.submit(kLead, {2020, 9, 3});
  month.withdraw(kLead, {2020, 9, 4});
  EXPECT_EQ(month.find(kLead).first_submitted, std::nullopt);
  month.submit(kLead, {2020, 9, 5});
  month.send_back(kLead);
  month.submit(kLead, {2020, 9, 15});
  EXPECT_EQ(month.find(kLead).first_submitted, on({2020, 9, 5}));
  EXPECT_EQ(month.find(kLead).submitted_at, on({2020, 9, 15}));
}

}  // namespace
}  // namespace sjsz::test
