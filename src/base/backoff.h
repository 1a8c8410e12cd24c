// Limits on what may be tried again and again, by key; in memory and bounded. Times are handed in. Safe for many
// threads.
#pragma once
#include <chrono>
#include <mutex>
#include <string>

#include "base/bounded_table.h"
#include "base/date.h"

namespace sjsz {

// So many failures are free; after that each one makes the next try wait, twice as long as the one before.
class Backoff {
 public:
  struct Rule {
    int free_failures = 5;
    std::chrono::seconds first_wait{30}, longest_wait{15 * 60};
    std::chrono::hours forgotten_after{24};
  };
  Backoff(Rule rule, std::size_t most_keys) : rule_(rule), table_(most_keys) {}

  std::chrono::milliseconds wait(const std::string& key, Instant at);  // how long still; zero: it may try
  void fail(const std::string& key, Instant at);
  void forgive(const std::string& key);  // a success: nothing counts any more

 private:
  struct Row {
    int failures = 0;
    Instant last{}, free_at{};
  };
  const Rule rule_;
  std::mutex mutex_;
  BoundedTable<Row> table_;
};

// A bucket for each key: so many at once, and then so many a second. The rate may be another one at each question.
class Buckets {
 public:
  struct Rate {
    int burst = 0;
    double per_second = 0;
  };
  explicit Buckets(std::size_t most_keys) : table_(most_keys) {}
  bool is_empty(const std::string& key, Instant at, const Rate& rate);
  bool take(const std::string& key, Instant at, const Rate& rate);  // false: it is empty

 private:
  struct Row {
    double missing = 0;  // of a full bucket
    Instant last{};
  };
  Row& refill(const std::string& key, Instant at, const Rate& rate);

  std::mutex mutex_;
  BoundedTable<Row> table_;
};

}  // namespace sjsz
