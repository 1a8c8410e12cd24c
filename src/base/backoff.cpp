#include "base/backoff.h"

#include <algorithm>

namespace sjsz {

std::chrono::milliseconds Backoff::wait(const std::string& key, Instant at) {
  const std::lock_guard lock(mutex_);
  return std::max(table_.at(key).free_at - at, std::chrono::milliseconds(0));
}

void Backoff::fail(const std::string& key, Instant at) {
  const std::lock_guard lock(mutex_);
  auto& row = table_.at(key);
  if (at - row.last > rule_.forgotten_after) row = {};
  ++row.failures;
  row.last = at;
  const int doublings = std::min(row.failures - rule_.free_failures, 16);
  if (doublings >= 0) row.free_at = at + std::min(rule_.first_wait * (1 << doublings), rule_.longest_wait);
}

void Backoff::forgive(const std::string& key) {
  const std::lock_guard lock(mutex_);
  table_.erase(key);
}

bool Buckets::is_empty(const std::string& key, Instant at, const Rate& rate) {
  const std::lock_guard lock(mutex_);
  return refill(key, at, rate).missing + 1 > rate.burst;
}

bool Buckets::take(const std::string& key, Instant at, const Rate& rate) {
  const std::lock_guard lock(mutex_);
  auto& row = refill(key, at, rate);
  if (row.missing + 1 > rate.burst) return false;
  row.missing += 1;
  return true;
}

Buckets::Row& Buckets::refill(const std::string& key, Instant at, const Rate& rate) {
  auto& row = table_.at(key);
  const std::chrono::duration<double> passed = at - row.last;
  row.missing = std::max(row.missing - rate.per_second * passed.count(), 0.0);
  row.last = at;
  return row;
}

}  // namespace sjsz
