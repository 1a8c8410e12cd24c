#include "base/gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace sjsz {
namespace {

using std::chrono::milliseconds;

TEST(Gate, LetsSoManyInAndTheNextOneWhenOneLeaves) {
  Gate gate(2, 1, milliseconds(60'000));
  auto first = gate.enter();
  auto second = gate.enter();
  ASSERT_TRUE(first && second);
  std::atomic<bool> inside = false;
  std::thread third([&] { inside = gate.enter().has_value(); });
  first.reset();
  third.join();
  EXPECT_TRUE(inside);
}

TEST(Gate, TurnsAwayWhomTheQueueHasNoRoomFor) {
  Gate gate(1, 0, milliseconds(60'000));
  const auto first = gate.enter();
  EXPECT_FALSE(gate.enter());
}

TEST(Gate, TurnsAwayWhoseTurnDoesNotCome) {
  Gate gate(1, 1, milliseconds(1));
  auto first = gate.enter();
  EXPECT_FALSE(gate.enter());
  first.reset();
  EXPECT_TRUE(gate.enter());
}

TEST(Gate, NeverHasMoreInsideThanItMay) {
  Gate gate(2, 100, milliseconds(60'000));
  std::atomic<int> inside = 0, most = 0, entered = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 20; ++i) {
    threads.emplace_back([&] {
      const auto pass = gate.enter();
      if (!pass) return;
      const int now = ++inside;
      for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
      }
      std::this_thread::yield();
      --inside;
      ++entered;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_LE(most, 2);
  EXPECT_EQ(entered, 20);
}

}  // namespace
}  // namespace sjsz
