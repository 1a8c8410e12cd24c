// Units, in official order, with whom to call in each and the members of groups.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/owed.h"
#include "domain/unit.h"
#include "domain/unit_contact.h"
#include "storage/db.h"

namespace sjsz {

std::vector<Unit> list_units(Reader& db);
std::vector<Unit> list_units(Reader& db, const Month& month);  // active or not as it counts in that month
std::vector<Unit> list_reviewing_units(Reader& db);            // those with an office account, in official order
std::optional<Unit> find_unit(Reader& db, const UnitCode& code);
// Puts the units of a book in this order before those that it does not name; names and group flags are updated.
void set_units(Writer& db, const std::vector<Unit>& units);
void set_unit_name(Writer& db, const UnitCode& code, const std::string& name);
void set_unit_active(Writer& db, const UnitCode& code, bool active, const Month& from);

std::vector<ActivityChange> list_unit_activity(Reader& db);  // oldest month first

std::vector<UnitMember> list_unit_members(Reader& db);
// A new unit, behind all others; a member of the group from this month on.
void insert_unit_member(Writer& db, const Unit& unit, const UnitCode& group, const Month& from);

std::map<UnitCode, UnitContact> list_unit_contacts(Reader& db);  // of those that have one
UnitContact find_unit_contact(Reader& db, const UnitCode& unit);
void set_unit_contact(Writer& db, const UnitCode& unit, const UnitContact& contact);

}  // namespace sjsz
