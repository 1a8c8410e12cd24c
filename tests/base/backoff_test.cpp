#include "base/backoff.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNoon{std::chrono::hours(24 * 18'500 + 12)};

TEST(Backoff, LetsFiveFailuresPassAndThenWaitsTwiceAsLongEachTime) {
  Backoff backoff({}, 100);
  Instant at = kNoon;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(backoff.begin_try("a", at), 0ms) << i;
  for (const auto wait : {30s, 60s, 120s, 240s, 480s, 900s, 900s}) {
    EXPECT_EQ(backoff.begin_try("a", at), wait);
    EXPECT_EQ(backoff.begin_try("a", at + wait - 1ms), 1ms);
    at += wait;
    EXPECT_EQ(backoff.begin_try("a", at), 0ms);
  }
}

TEST(Backoff, HoldsUpNobodyElse) {
  Backoff backoff({}, 100);
  for (int i = 0; i < 1000; ++i) backoff.begin_try("a", kNoon);
  EXPECT_GT(backoff.begin_try("a", kNoon), 0ms);
  EXPECT_EQ(backoff.begin_try("b", kNoon), 0ms);
}

TEST(Backoff, ForgetsAllAfterASuccess) {
  Backoff backoff({}, 100);
  for (int i = 0; i < 5; ++i) backoff.begin_try("a", kNoon);
  backoff.forgive("a");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(backoff.begin_try("a", kNoon), 0ms) << i;
  EXPECT_EQ(backoff.begin_try("a", kNoon), 30s);
}

TEST(Backoff, DoesNotCountATryThatDidNotTakePlace) {
  Backoff backoff({}, 100);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(backoff.begin_try("a", kNoon), 0ms) << i;
    backoff.take_back("a");
  }
}

TEST(Backoff, ForgetsADayLater) {
  Backoff backoff({}, 100);
  for (int i = 0; i < 5; ++i) backoff.begin_try("a", kNoon);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(backoff.begin_try("a", kNoon + 24h + 1ms), 0ms) << i;
}

TEST(Buckets, GiveSoManyAtOnceAndThenSoManyASecond) {
  Buckets buckets(60, 1.0, 100);
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(buckets.take("a", kNoon)) << i;
  EXPECT_FALSE(buckets.take("a", kNoon));
  EXPECT_FALSE(buckets.take("a", kNoon + 900ms));
  EXPECT_TRUE(buckets.take("a", kNoon + 2s));
  EXPECT_TRUE(buckets.take("b", kNoon));
  buckets.put_back("a");
  EXPECT_TRUE(buckets.take("a", kNoon + 2s));
}

TEST(BoundedTable, DropsWhatWasNotAskedForLongest) {
  BoundedTable<int> table(3);
  for (const char* key : {"a", "b", "c"}) table.at(key) = 1;
  table.at("a") = 2;
  table.at("d") = 1;
  EXPECT_EQ(table.size(), 3u);
  EXPECT_EQ(table.at("a"), 2);
  EXPECT_EQ(table.at("b"), 0) << "dropped, and made anew";
  table.erase("a");
  EXPECT_EQ(table.at("a"), 0);
}

}  // namespace
}  // namespace sjsz
