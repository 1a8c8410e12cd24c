#include "actions/refusals.h"

#include <vector>

namespace sjsz::actions {
namespace {

constexpr int kMostRows = 5;
constexpr std::size_t kMostSources = 1024;  // what comes from more is counted together
constexpr std::chrono::minutes kWindow{1};

}  // namespace

void Refusals::record(Db& db, const Actor& actor, const std::string& action, const std::string& object,
                      const std::string& outcome) {
  if (!count(action, actor.source, now())) return;
  auto entry = audit_entry(actor, action);
  entry.object = object;
  entry.outcome = outcome;
  db.write([&](Writer& writer) { insert_audit(writer, entry); });
}

void Refusals::write_counted(Db& db, Instant at) {
  std::vector<AuditEntry> entries;
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(minutes_, [&](const auto& entry) {
      const auto& [key, minute] = entry;
      if (at - minute.begin < kWindow) return false;
      if (minute.uncounted > 0) {
        entries.push_back({.via = "system",
                           .source = key.second,
                           .action = key.first,
                           .outcome = "refused",
                           .detail = R"({"more":)" + std::to_string(minute.uncounted) + "}"});
      }
      return true;
    });
  }
  if (entries.empty()) return;
  db.write([&](Writer& writer) {
    for (const auto& entry : entries) insert_audit(writer, entry);
  });
}

// Whether this one gets a row of its own. A minute that is over stays, with what it counted, until write_counted().
bool Refusals::count(const std::string& action, const std::string& source, Instant at) {
  const std::lock_guard lock(mutex_);
  const bool crowded = minutes_.size() >= kMostSources && !minutes_.contains({action, source});
  auto& minute = minutes_[{action, crowded ? "" : source}];
  if (at - minute.begin >= kWindow) {
    minute.begin = at;
    minute.rows = 0;
  }
  if (minute.rows < kMostRows) {
    ++minute.rows;
    return true;
  }
  ++minute.uncounted;
  return false;
}

}  // namespace sjsz::actions
