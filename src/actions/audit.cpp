#include "actions/audit.h"

namespace sjsz::actions {

void record_reading(Writer& db, const Actor& actor, const std::string& action) {
  insert_audit(db, audit_entry(actor, action));
}

void record_verification(Writer& db, const Actor& actor, std::int64_t rows, const std::optional<AuditFault>& fault) {
  auto entry = audit_entry(actor, "audit.verify");
  entry.outcome = fault ? "failed" : "ok";
  entry.detail = R"({"rows":)" + std::to_string(rows) +
                 (fault ? R"(,"fault":)" + std::to_string(fault->id) + R"(,"kind":")" + fault->kind + "\"" : "") + "}";
  insert_audit(db, entry);
}

}  // namespace sjsz::actions
