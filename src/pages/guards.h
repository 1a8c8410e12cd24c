// What stands in the way of guessing and flooding: counters and doors in memory, one set for the whole program.
#pragma once
#include "actions/refusals.h"
#include "base/backoff.h"
#include "base/gate.h"
#include "base/places.h"

namespace sjsz {

struct Guards {
  // Passwords are hashed two at a time (32 MiB each), and sign-ins never hold up all threads.
  Gate hashing{2, 16, std::chrono::seconds(5)};
  Backoff sign_ins{{}, 10'000};  // failures by account name and source
  Buckets sources{10'000};       // failures by source alone
  Buckets writes{10'000};        // what one account changes, whatever its sessions and tokens
  Places uploads{3};             // of one account at once
  actions::Refusals refusals;
};

}  // namespace sjsz
