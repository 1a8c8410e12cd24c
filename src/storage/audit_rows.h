// Rows of the audit log as people and programs look for them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/audit_store.h"

namespace sjsz {

struct AuditRow {
  AuditLink link;
  std::string at;  // as it stands there: a row that was tampered with may hold anything
  AuditEntry entry;
};

struct AuditFilter {
  std::optional<std::string> actor, action, outcome;  // exactly
  std::optional<std::string> object;                  // a piece of it
  std::optional<Instant> from, until;                 // from <= at < until
};

std::vector<AuditRow> list_audit_before(Reader& db, const AuditFilter& filter, std::int64_t before, int most);
std::vector<AuditRow> list_audit_after(Reader& db, const AuditFilter& filter, std::int64_t after,
                                       int most);  // ascending
std::int64_t count_audit(Reader& db, const AuditFilter& filter);
std::int64_t count_audit_after(Reader& db, std::int64_t after);

}  // namespace sjsz
