// Who makes a change, for the audit row that every action writes in its own transaction.
#pragma once
#include <optional>
#include <string>

#include "base/date.h"
#include "storage/audit_store.h"

namespace sjsz::actions {

struct Actor {
  std::string name, role, unit;  // of the account; empty for the program itself and the command line
  std::string via;               // web, api:ID, cli:OSUSER, system
  std::string source;            // address
  std::string request_id;
  // When it is done, for deadlines and in reports, where that is not the transaction's own time: with a pinned business
  // date, and in the year that the demonstration makes. Audit rows keep the real time.
  std::optional<Instant> moment;
};

Actor system_actor();
Instant moment_of(const Actor& actor, const Writer& db);
AuditEntry audit_entry(const Actor& actor, std::string action);

}  // namespace sjsz::actions
