// Brings a plan file that has passed check_plan_book into the database: by the command line, and once as the seed of an
// empty one.
#pragma once
#include <string>
#include <vector>

#include "actions/actor.h"
#include "domain/plan_book.h"
#include "storage/db.h"

namespace sjsz::actions {

// Years of the file are added or replaced, units put in its order before all others, calendars of its years replaced,
// its current year made current. Years, units and calendars that it does not name stay. Returns what changed, in
// Chinese, a line each; empty: nothing did, and nothing was written, no audit row either. A dry run is the same, rolled
// back.
std::vector<std::string> import_plan(Writer& db, const Actor& actor, const PlanBook& file);

}  // namespace sjsz::actions
