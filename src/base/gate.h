// A door for work that must not run many times at once, such as hashing passwords: so many inside, a short queue, and
// whoever would wait longer is turned away.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace sjsz {

class Gate {
 public:
  Gate(int at_once, int waiting, std::chrono::milliseconds patience);

  // One place inside, given back when it goes out of scope.
  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(&gate) {}
    Pass(Pass&& other) noexcept : gate_(std::exchange(other.gate_, nullptr)) {}
    ~Pass();

   private:
    Gate* gate_;
  };
  std::optional<Pass> enter();  // waits its turn; nothing: the queue is full, or patience is at an end

 private:
  void leave();

  const int at_once_, most_waiting_;
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable freed_;
  int inside_ = 0, waiting_ = 0;
};

}  // namespace sjsz
