// Units, in official order.
#pragma once
#include <optional>
#include <vector>

#include "domain/unit.h"
#include "storage/db.h"

namespace sjsz {

std::vector<Unit> list_units(Reader& db);
std::optional<Unit> find_unit(Reader& db, const UnitCode& code);
// Puts the units of a book in this order before those that it does not name; names and group flags are updated.
void set_units(Writer& db, const std::vector<Unit>& units);

}  // namespace sjsz
