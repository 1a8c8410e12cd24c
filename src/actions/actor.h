// Who makes a change, for the audit row that every action writes in its own transaction.
#pragma once
#include <string>

#include "storage/audit_store.h"

namespace sjsz::actions {

struct Actor {
  std::string name, role, unit;  // of the account; empty for the program itself and the command line
  std::string via;               // web, api:ID, cli:OSUSER, system
  std::string source;            // address
  std::string request_id;
};

Actor system_actor();
AuditEntry audit_entry(const Actor& actor, std::string action);

}  // namespace sjsz::actions
