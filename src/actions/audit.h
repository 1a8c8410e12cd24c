// What is done with the audit log itself leaves a row in it.
#pragma once
#include <optional>
#include <string>

#include "actions/actor.h"

namespace sjsz::actions {

void record_reading(Writer& db, const Actor& actor, const std::string& action);

// `rows` were there when the chain was verified.
void record_verification(Writer& db, const Actor& actor, std::int64_t rows, const std::optional<AuditFault>& fault);

}  // namespace sjsz::actions
