// A table in memory that never has more than so many rows: the one that was not asked for longest goes. For counters
// that clients fill with names of their choice. Not safe for two threads.
#pragma once
#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace sjsz {

template <class Row>
class BoundedTable {
 public:
  explicit BoundedTable(std::size_t most_rows) : most_rows_(most_rows) {}

  // The row of this key, made if there was none; valid until the next call.
  Row& at(const std::string& key) {
    if (const auto found = places_.find(key); found != places_.end()) {
      rows_.splice(rows_.begin(), rows_, found->second);
    } else {
      if (places_.size() >= most_rows_) {
        places_.erase(rows_.back().first);
        rows_.pop_back();
      }
      rows_.emplace_front(key, Row{});
      places_[key] = rows_.begin();
    }
    return rows_.front().second;
  }

  void erase(const std::string& key) {
    const auto found = places_.find(key);
    if (found == places_.end()) return;
    rows_.erase(found->second);
    places_.erase(found);
  }

  std::size_t size() const { return places_.size(); }

 private:
  using Rows = std::list<std::pair<std::string, Row>>;  // asked for last in front
  const std::size_t most_rows_;
  Rows rows_;
  std::unordered_map<std::string, typename Rows::iterator> places_;
};

}  // namespace sjsz
