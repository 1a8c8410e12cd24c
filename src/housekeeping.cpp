#include "housekeeping.h"

#include "actions/session.h"
#include "app.h"
#include "base/log.h"
#include "storage/answer_store.h"
#include "storage/link_store.h"
#include "storage/parked_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"

namespace sjsz {
namespace {

constexpr std::chrono::hours kParkedTime{24};  // so long after its end a session is still known as its owner's
constexpr std::chrono::hours kAnswerTime{24};  // in which a repeated request gets the first answer again
constexpr std::chrono::days kTokenShown{30};   // so long after its end a token is still listed

}  // namespace

void remove_outdated(Db& db, Instant at) {
  db.write([&](Writer& writer) {
    delete_sessions_last_seen_before(writer, at - actions::kSessionTime - kParkedTime);
    delete_links_expired_before(writer, at);
    delete_tokens_expired_before(writer, at - kTokenShown);
    delete_forms_parked_before(writer, at - kParkedTime);
    delete_answers_kept_before(writer, at - kAnswerTime);
  });
}

Housekeeping::Housekeeping(App& app) : app_(app), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void Housekeeping::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, std::chrono::minutes(1), [] { return false; });
    try {
      app_.keep_house(now());
    } catch (const std::exception& fault) {
      log(LogLevel::error, "housekeeping").text("what", fault.what());
    }
  }
}

}  // namespace sjsz
