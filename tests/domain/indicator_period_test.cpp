#include "domain/indicator_period.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

std::string read(const char* typed) {
  const auto period = read_indicator_period(typed);
  return period ? to_string(*period) : "refused";
}

TEST(AnIndicatorPeriod, IsReadAsPeopleTypeIt) {
  const struct {
    const char* typed;
    const char* period;
  } cases[] = {{"2020-08", "2020-08"},          {"2020-Q3", "2020-Q3"},     {"2020", "2020"},
               {" ２０２０－０８ ", "2020-08"}, {"2020年8月", "2020-08"},   {"2020/8", "2020-08"},
               {"2020.12", "2020-12"},          {"2020q1", "2020-Q1"},      {"2020年三季度", "2020-Q3"},
               {"2020年第2季度", "2020-Q2"},    {"2020年4季度", "2020-Q4"}, {"2020年", "2020"}};
  for (const auto& c : cases) EXPECT_EQ(read(c.typed), c.period) << c.typed;
}

TEST(AnIndicatorPeriod, IsRefusedWhenItIsNone) {
  for (const char* typed : {"", "2020-13", "2020-00", "2020-Q5", "2020-Q0", "八月", "20-08", "2020-08-01", "1e3", "Q3",
                            "202", "年", "2020-", "-08", "99999"}) {
    EXPECT_EQ(read(typed), "refused") << typed;
  }
}

TEST(AnIndicatorPeriod, IsTheNewestThatIsOverByAMonth) {
  const struct {
    Rhythm rhythm;
    Month month;
    const char* newest;
    const char* before;
  } cases[] = {{Rhythm::month, {2020, 8}, "2020-08", "2020-07"},   {Rhythm::month, {2020, 1}, "2020-01", "2019-12"},
               {Rhythm::quarter, {2020, 8}, "2020-Q2", "2020-Q1"}, {Rhythm::quarter, {2020, 9}, "2020-Q3", "2020-Q2"},
               {Rhythm::quarter, {2020, 2}, "2019-Q4", "2019-Q3"}, {Rhythm::year, {2020, 11}, "2019", "2018"},
               {Rhythm::year, {2020, 12}, "2020", "2019"}};
  for (const auto& c : cases) {
    const auto newest = newest_period(c.rhythm, c.month);
    EXPECT_EQ(to_string(newest), c.newest);
    EXPECT_EQ(to_string(previous_period(newest)), c.before);
  }
}

TEST(AnIndicatorPeriod, HasWordsAndIsFinalWithTheYearsLastMonth) {
  const struct {
    const char* period;
    const char* words;
    const char* so_far;
    bool final;
  } cases[] = {{"2020-08", "2020年8月", "截至8月", false},
               {"2020-12", "2020年12月", "2020年", true},
               {"2020-Q2", "2020年二季度", "截至6月", false},
               {"2020-Q4", "2020年四季度", "2020年", true},
               {"2020", "2020年", "2020年", true}};
  for (const auto& c : cases) {
    const auto period = read_indicator_period(c.period).value();
    EXPECT_EQ(period_words(period), c.words);
    EXPECT_EQ(so_far_words(period), c.so_far);
    EXPECT_EQ(period.is_final(), c.final) << c.period;
  }
}

}  // namespace
}  // namespace sjsz
