// Indicators of a year's plan, in the order of its table.
#pragma once
#include <map>
#include <vector>

#include "domain/indicator.h"
#include "storage/db.h"

namespace sjsz {

std::vector<Indicator> list_indicators(Reader& db, int year);
std::map<int, std::vector<Indicator>> list_indicators_by_year(Reader& db);
void insert_indicators(Writer& db, int year, const std::vector<Indicator>& indicators);

}  // namespace sjsz
