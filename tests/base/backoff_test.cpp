#include "base/backoff.h"

#include <gtest/gtest.h>

#include "base/places.h"

namespace sjsz {
namespace {

using namespace std::chrono_literals;

constexpr Instant kNoon{std::chrono::hours(24 * 18'500 + 12)};

void fail(Backoff& backoff, const std::string& key, int times, Instant at = kNoon) {
  for (int i = 0; i < times; ++i) backoff.fail(key, at);
}

TEST(Backoff, LetsFiveFailuresPassAndThenWaitsTwiceAsLongEachTime) {
  Backoff backoff({}, 100);
  Instant at = kNoon;
  fail(backoff, "a", 4);
  EXPECT_EQ(backoff.wait("a", at), 0ms);
  for (const auto wait : {30s, 60s, 120s, 240s, 480s, 900s, 900s}) {
    backoff.fail("a", at);
    EXPECT_EQ(backoff.wait("a", at), wait);
    EXPECT_EQ(backoff.wait("a", at + wait - 1ms), 1ms);
    at += wait;
    EXPECT_EQ(backoff.wait("a", at), 0ms);
  }
}

TEST(Backoff, HoldsUpNobodyElse) {
  Backoff backoff({}, 100);
  fail(backoff, "a", 1000);
  EXPECT_EQ(backoff.wait("a", kNoon), 900s);
  EXPECT_EQ(backoff.wait("b", kNoon), 0ms);
}

TEST(Backoff, ForgetsAllAfterASuccess) {
  Backoff backoff({}, 100);
  fail(backoff, "a", 5);
  backoff.forgive("a");
  EXPECT_EQ(backoff.wait("a", kNoon), 0ms);
  fail(backoff, "a", 4);
  EXPECT_EQ(backoff.wait("a", kNoon), 0ms);
}

TEST(Backoff, ForgetsADayLater) {
  Backoff backoff({}, 100);
  fail(backoff, "a", 4);
  const auto later = kNoon + 24h + 1ms;
  fail(backoff, "a", 4, later);
  EXPECT_EQ(backoff.wait("a", later), 0ms);
  fail(backoff, "a", 1, later);
  EXPECT_EQ(backoff.wait("a", later), 30s);
}

TEST(Buckets, GiveSoManyAtOnceAndThenSoManyASecond) {
  Buckets buckets(100);
  const Buckets::Rate usual{60, 1.0};
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(buckets.take("a", kNoon, usual)) << i;
  EXPECT_FALSE(buckets.take("a", kNoon, usual));
  EXPECT_FALSE(buckets.take("a", kNoon + 900ms, usual));
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(buckets.take("a", kNoon + 2s, usual)) << i;
  EXPECT_TRUE(buckets.is_empty("a", kNoon + 2s, usual));
  EXPECT_FALSE(buckets.is_empty("b", kNoon, usual));
  EXPECT_FALSE(buckets.is_empty("a", kNoon + 4s, usual)) << "and asking takes nothing";
  EXPECT_FALSE(buckets.is_empty("a", kNoon + 4s, usual));
}

TEST(Buckets, TakeAnotherRateForOneQuestion) {
  Buckets buckets(100);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(buckets.take("a", kNoon, {2, 4.0})) << i;
  EXPECT_FALSE(buckets.take("a", kNoon, {2, 4.0}));
  EXPECT_TRUE(buckets.take("a", kNoon + 250ms, {2, 4.0}));
}

TEST(Places, AreFreeAgainWhenTheOneInsideGoes) {
  auto places = std::make_unique<Places>(2);
  auto first = places->enter("a"), second = places->enter("a");
  EXPECT_TRUE(first && second);
  EXPECT_FALSE(places->enter("a"));
  EXPECT_TRUE(places->enter("b"));
  first.reset();
  EXPECT_TRUE(places->enter("a"));
  places.reset();
  second.reset();  // later than the places themselves
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
