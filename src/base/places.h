// So many at once for each key; a place is free again when what enter() gave goes. Safe for many threads.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace sjsz {

class Places {
 public:
  explicit Places(int at_once) : at_once_(at_once) {}
  std::shared_ptr<const void> enter(const std::string& key);  // nothing: all are taken

 private:
  struct Counts {
    std::mutex mutex;
    std::map<std::string, int> taken;  // of keys that have any
  };
  const int at_once_;
  const std::shared_ptr<Counts> counts_ = std::make_shared<Counts>();  // outlives this for those who are still inside
};

}  // namespace sjsz
