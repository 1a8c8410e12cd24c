// The holidays and worked weekends of a JSON file: a list, or the list under "calendar" or "days" of an object; each
// day has "date", "name", and "works" as plan files write it or "isOffDay" as published files do.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/calendar.h"

namespace sjsz::document {

bool looks_like_json(std::string_view text);
tl::expected<std::vector<CalendarDay>, std::string> read_calendar_json(std::string_view text);  // or why not: Chinese

}  // namespace sjsz::document
