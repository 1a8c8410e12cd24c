// Audit rows of what was refused: each in a transaction of its own, because that of the refused change is rolled back.
// A flood makes few rows: five a minute for each action and source, and one more that counts the rest.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <utility>

#include "actions/actor.h"
#include "storage/db.h"

namespace sjsz::actions {

class Refusals {
 public:
  // `outcome`: refused (a rule said no) or failed (a wrong password).
  void record(Db& db, const Actor& actor, const std::string& action, const std::string& object,
              const std::string& outcome = "refused");
  void write_counted(Db& db, Instant at);  // a row for each minute that is over and had more than its five

 private:
  struct Minute {
    Instant begin{};
    int rows = 0, uncounted = 0;
  };
  bool count(const std::string& action, const std::string& source, Instant at);

  std::mutex mutex_;
  std::map<std::pair<std::string, std::string>, Minute> minutes_;  // by action and source
};

}  // namespace sjsz::actions
