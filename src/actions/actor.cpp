#include "actions/actor.h"

namespace sjsz::actions {

Actor system_actor() { return {.via = "system"}; }

Instant moment_of(const Actor& actor, const Writer& db) { return actor.moment.value_or(db.at()); }

AuditEntry audit_entry(const Actor& actor, std::string action) {
  return {.actor = actor.name,
          .role = actor.role,
          .unit = actor.unit,
          .via = actor.via,
          .source = actor.source,
          .action = std::move(action),
          .request_id = actor.request_id};
}

}  // namespace sjsz::actions
