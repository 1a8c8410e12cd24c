// The official calendar of holidays and worked weekends.
#pragma once
#include <vector>

#include "domain/calendar.h"
#include "storage/db.h"

namespace sjsz {

std::vector<CalendarDay> list_calendar_days(Reader& db);
void set_calendar_days(Writer& db, int year, const std::vector<CalendarDay>& days);  // replaces that year's

}  // namespace sjsz
