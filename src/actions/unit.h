// What the office keeps about units: contacts, the members of a group, who reports at all. Who owes what changes from
// the period that opens next, never in one that is open.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/unit_contact.h"
#include "domain/visitor.h"

namespace sjsz::actions {

inline constexpr std::size_t kMostUnitReasonCharacters = 200;

// A fault without a field is not one of a field: the visitor may not, or the unit is another one than thought.
using UnitOutcome = tl::expected<void, std::vector<FieldFault>>;

UnitOutcome change_contact(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit,
                           const UnitContact& typed);
UnitOutcome add_member(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& group,
                       std::string_view name, std::string_view code);
UnitOutcome rename_member(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit,
                          std::string_view name);
UnitOutcome set_active(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit, bool active,
                       std::string_view reason);

}  // namespace sjsz::actions
