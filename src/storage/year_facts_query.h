// Everything that the lights and statuses of a year are made of, in a fixed number of statements. What they are is
// domain/year_standing.h's.
#pragma once
#include "domain/year_standing.h"
#include "storage/db.h"

namespace sjsz {

YearFacts find_year_facts(Reader& db, int year);

}  // namespace sjsz
