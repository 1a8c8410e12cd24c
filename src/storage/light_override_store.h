// What the office has set instead of lights and statuses, month by month. Rows are only added.
#pragma once
#include <vector>

#include "domain/light_change.h"
#include "storage/db.h"

namespace sjsz {

std::vector<LightChange> list_light_changes(Reader& db, int year);  // of one light oldest first
void insert_light_change(Writer& db, int year, const LightChange& change);

}  // namespace sjsz
