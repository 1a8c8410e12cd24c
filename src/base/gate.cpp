#include "base/gate.h"

namespace sjsz {

Gate::Gate(int at_once, int waiting, std::chrono::milliseconds patience)
    : at_once_(at_once), most_waiting_(waiting), patience_(patience) {}

std::optional<Gate::Pass> Gate::enter() {
  std::unique_lock lock(mutex_);
  if (inside_ >= at_once_) {
    if (waiting_ >= most_waiting_) return std::nullopt;
    ++waiting_;
    const bool free = freed_.wait_for(lock, patience_, [&] { return inside_ < at_once_; });
    --waiting_;
    if (!free) return std::nullopt;
  }
  ++inside_;
  return Pass(*this);
}

void Gate::leave() {
  {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  freed_.notify_one();
}

Gate::Pass::~Pass() {
  if (gate_) gate_->leave();
}

}  // namespace sjsz
