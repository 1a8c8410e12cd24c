#include "base/date.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

Instant at(std::int64_t milliseconds) { return Instant(std::chrono::milliseconds(milliseconds)); }

TEST(Dates, AreReadIfTheDayExists) {
  const struct {
    std::string_view text;
    std::optional<Date> date;
  } cases[] = {
      {"2020-09-03", Date{2020, 9, 3}},
      {"2020-02-29", Date{2020, 2, 29}},
      {"2000-02-29", Date{2000, 2, 29}},
      {"1900-01-01", Date{1900, 1, 1}},
      {"2999-12-31", Date{2999, 12, 31}},
      {"2019-02-29", {}},
      {"1900-02-29", {}},
      {"2020-04-31", {}},
      {"2020-00-10", {}},
      {"2020-13-01", {}},
      {"2020-01-00", {}},
      {"2020-01-32", {}},
      {"1899-12-31", {}},
      {"3000-01-01", {}},
      {"0000-01-01", {}},
      {"", {}},
      {"2020-9-3", {}},
      {"2020/09/03", {}},
      {"20200903", {}},
      {"2020-09-03 ", {}},
      {"2020-09-0x", {}},
      {"-020-09-03", {}},
      {"+020-09-03", {}},
      {"2020--9-03", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_date(c.text), c.date) << '"' << c.text << '"';
}

TEST(Months, AreReadIfTheyExist) {
  const struct {
    std::string_view text;
    std::optional<Month> month;
  } cases[] = {
      {"2020-08", Month{2020, 8}},
      {"2020-01", Month{2020, 1}},
      {"2020-12", Month{2020, 12}},
      {"2020-00", {}},
      {"2020-13", {}},
      {"2020-8", {}},
      {"202008", {}},
      {"1899-08", {}},
      {"3000-08", {}},
      {"", {}},
      {"2020-08-01", {}},
      {"2020/08", {}},
      {"2020-Q3", {}},
  };
  for (const auto& c : cases) EXPECT_EQ(parse_month(c.text), c.month) << '"' << c.text << '"';
}

TEST(Dates, ArePrintedAsTheyAreRead) {
  EXPECT_EQ(to_string(Date{2020, 9, 3}), "2020-09-03");
  EXPECT_EQ(to_string(Month{2020, 8}), "2020-08");
}

TEST(Dates, AreCountedAcrossMonthsYearsAndLeapDays) {
  EXPECT_EQ(plus_days({2020, 2, 28}, 1), (Date{2020, 2, 29}));
  EXPECT_EQ(plus_days({2020, 12, 31}, 1), (Date{2021, 1, 1}));
  EXPECT_EQ(plus_days({2020, 1, 1}, -1), (Date{2019, 12, 31}));
  EXPECT_EQ(plus_days({2020, 1, 1}, 366), (Date{2021, 1, 1}));
  EXPECT_EQ(plus_days({2020, 9, 3}, 0), (Date{2020, 9, 3}));
  EXPECT_EQ(days_between({2020, 2, 28}, {2020, 3, 1}), 2);
  EXPECT_EQ(days_between({2021, 1, 1}, {2020, 12, 31}), -1);
  EXPECT_EQ(days_between({2020, 9, 3}, {2020, 9, 3}), 0);
  EXPECT_EQ(plus_months({2020, 12}, 1), (Month{2021, 1}));
  EXPECT_EQ(plus_months({2020, 1}, -1), (Month{2019, 12}));
  EXPECT_EQ(plus_months({2020, 8}, -20), (Month{2018, 12}));
  EXPECT_EQ(plus_months({2020, 8}, 0), (Month{2020, 8}));
}

TEST(Dates, KnowTheWeekend) {
  EXPECT_FALSE(is_weekend({2020, 9, 4}));
  EXPECT_TRUE(is_weekend({2020, 9, 5}));
  EXPECT_TRUE(is_weekend({2020, 9, 6}));
  EXPECT_FALSE(is_weekend({2020, 9, 7}));
}

TEST(Dates, AreOrdered) {
  EXPECT_LT((Date{2019, 12, 31}), (Date{2020, 1, 1}));
  EXPECT_LT((Date{2020, 8, 31}), (Date{2020, 9, 1}));
  EXPECT_LT((Month{2019, 12}), (Month{2020, 1}));
}

TEST(TheBusinessDay, IsThatOfUtcPlus8) {
  const std::int64_t midnight = 1599062400000;  // 2020-09-02T16:00:00Z, midnight of 3 September in China
  EXPECT_EQ(business_date(at(midnight - 1)), (Date{2020, 9, 2}));
  EXPECT_EQ(business_date(at(midnight)), (Date{2020, 9, 3}));
  EXPECT_EQ(business_minute(at(midnight - 1)), "2020-09-02 23:59");
  EXPECT_EQ(business_minute(at(midnight)), "2020-09-03 00:00");
}

TEST(TheBusinessDay, IsThePinnedOneIfThereIsOne) {
  EXPECT_EQ((BusinessClock{Date{2020, 9, 3}}.today()), (Date{2020, 9, 3}));
  const auto before = business_date(now());
  const auto today = BusinessClock{}.today();
  EXPECT_LE(before, today);
  EXPECT_LE(today, business_date(now()));
}

TEST(TheBusinessMoment, IsThisTimeOfThePinnedDay) {
  const BusinessClock pinned{Date{2020, 9, 3}};
  EXPECT_EQ(business_date(pinned.moment()), (Date{2020, 9, 3}));
  EXPECT_EQ((pinned.moment() - business_instant({2020, 9, 3}, {})) / std::chrono::hours(24), 0);
  const auto before = now();
  const auto moment = BusinessClock{}.moment();
  EXPECT_LE(before, moment);
  EXPECT_LE(moment, now());
}

TEST(TheBusinessMoment, OfADayCountsFromItsMidnightInChina) {
  EXPECT_EQ(business_instant({2020, 9, 3}, {}), at(1599062400000));
  EXPECT_EQ(business_minute(business_instant({2020, 9, 3}, std::chrono::minutes(845))), "2020-09-03 14:05");
}

TEST(Instants, AreReadAsTheyArePrintedAndNoOtherWay) {
  for (const std::int64_t moment : {std::int64_t{0}, std::int64_t{1767323045678}, std::int64_t{-1}}) {
    EXPECT_EQ(parse_instant(to_rfc3339(at(moment))), at(moment));
  }
  for (const char* wrong :
       {"", "2026-01-02", "2026-01-02T03:04:05Z", "2026-01-02T24:04:05.678Z", "2026-13-02T03:04:05.678Z",
        "2026-01-02 03:04:05.678Z", "2026-01-02T03:60:05.678Z", "2026-01-02T03:04:05.678+"}) {
    EXPECT_EQ(parse_instant(wrong), std::nullopt) << wrong;
  }
}

TEST(Instants, ArePrintedInUtcWithMilliseconds) {
  EXPECT_EQ(to_rfc3339(at(0)), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_rfc3339(at(1767323045678)), "2026-01-02T03:04:05.678Z");
  EXPECT_EQ(to_rfc3339(at(-1)), "1969-12-31T23:59:59.999Z");
}

}  // namespace
}  // namespace sjsz
