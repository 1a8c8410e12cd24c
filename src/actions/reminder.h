// The office notes that it reminded a unit: with its audit row, in one transaction.
#pragma once
#include <string>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/reminder.h"
#include "domain/report.h"
#include "domain/visitor.h"

namespace sjsz::actions {

// As typed: a way, and what was agreed (may be empty).
struct TypedReminder {
  Month period;
  UnitCode unit;
  std::string way, note;
};
tl::expected<void, FieldFault> record_reminder(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const TypedReminder& typed);

}  // namespace sjsz::actions
