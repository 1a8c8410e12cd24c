// What is owed, from the database: all lines of a month, or one line by itself.
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "domain/owed.h"
#include "storage/db.h"

namespace sjsz {

// A fixed number of statements, however many rows.
std::vector<OwedLine> list_owed(Reader& db, const Month& month);
// Nothing: no such line is owed in its month.
std::optional<OwedLine> find_owed(Reader& db, const ReportKey& key);

// The units that lead a task, alone or jointly; in the place of a group its members.
std::set<UnitCode> find_leads(Reader& db, const Month& month, TaskSeq task);

}  // namespace sjsz
