// What is done each minute while the portal serves, and once when it stops.
#pragma once
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

#include "storage/db.h"

namespace sjsz {

class App;

// Removes sessions that ended long ago, links and tokens that ran out, and parked forms that nobody came back for.
void remove_outdated(Db& db, Instant at);

// Calls app.keep_house() in a thread of its own for as long as it lives, and once more at the end.
class Housekeeping {
 public:
  explicit Housekeeping(App& app);

 private:
  void run(const std::stop_token& stop);

  App& app_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  // the last member, because it uses the others
};

}  // namespace sjsz
