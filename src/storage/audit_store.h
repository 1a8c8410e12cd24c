// The audit log: rows that are only ever added, each hashed with the one before (docs/security.md: audit log). The row
// of a change is written in the change's own transaction.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "storage/db.h"

namespace sjsz {

struct AuditEntry {
  std::string actor = {}, role = {}, unit = {};  // empty: NULL
  std::string via = {};                          // web, api:ID, cli:OSUSER, system
  std::string source = {};                       // address; empty: NULL
  std::string action = {};                       // plan.import, server.start, …
  std::string object = {};                       // empty: NULL
  std::string outcome = "ok";                    // ok, refused, failed
  std::string detail = {};                       // a JSON object, or empty: NULL
  std::string request_id = {};                   // empty: NULL
};

void insert_audit(Writer& db, const AuditEntry& entry);

// A row's place in the chain.
struct AuditLink {
  std::int64_t id = 0;
  std::string hash;
};
std::optional<AuditLink> find_newest_audit_link(Reader& db);

// The first row whose hash, number or order is not what the chain says, or the heads that were kept (audit_heads.h).
struct AuditFault {
  std::int64_t id = 0;
  std::string kind;    // edited, missing, reordered, inserted, rewritten, truncated
  std::string detail;  // Chinese
};
std::optional<AuditFault> find_audit_fault(Reader& db);
std::int64_t count_audit(Reader& db);

}  // namespace sjsz
