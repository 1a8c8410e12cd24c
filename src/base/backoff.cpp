#include "base/backoff.h"

#include <algorithm>

namespace sjsz {

std::chrono::milliseconds Backoff::begin_try(const std::string& key, Instant at) {
  const std::lock_guard lock(mutex_);
  auto& row = table_.at(key);
  if (row.failures > 0 && at - row.last > rule_.forgotten_after) row = {};
  if (at < row.free_at) return row.free_at - at;
  ++row.failures;
  row.last = at;
  const int doublings = std::min(row.failures - rule_.free_failures, 16);
  if (doublings >= 0) row.free_at = at + std::min(rule_.first_wait * (1 << doublings), rule_.longest_wait);
  return {};
}

void Backoff::take_back(const std::string& key) {
  const std::lock_guard lock(mutex_);
  auto& row = table_.at(key);
  row.failures = std::max(row.failures - 1, 0);
  row.free_at = {};
}

void Backoff::forgive(const std::string& key) {
  const std::lock_guard lock(mutex_);
  table_.erase(key);
}

bool Buckets::take(const std::string& key, Instant at) {
  const std::lock_guard lock(mutex_);
  auto& row = table_.at(key);
  const std::chrono::duration<double> passed = at - row.last;
  row.missing = std::max(row.missing - per_second_ * passed.count(), 0.0);
  row.last = at;
  if (row.missing + 1 > burst_) return false;
  row.missing += 1;
  return true;
}

void Buckets::put_back(const std::string& key) {
  const std::lock_guard lock(mutex_);
  auto& row = table_.at(key);
  row.missing = std::max(row.missing - 1, 0.0);
}

}  // namespace sjsz
