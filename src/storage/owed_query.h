// What is owed, from the database: all lines of a month, or one line by itself.
#pragma once
#include <optional>
#include <vector>

#include "domain/owed.h"
#include "storage/db.h"

namespace sjsz {

// A fixed number of statements, however many rows.
std::vector<OwedLine> list_owed(Reader& db, const Month& month);
// Nothing: no such line is owed in its month.
std::optional<OwedLine> find_owed(Reader& db, const ReportKey& key);

}  // namespace sjsz
