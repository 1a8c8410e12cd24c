// The calendar of a year is replaced as a whole, by the office; due dates that are over keep their day.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/calendar.h"
#include "domain/due_moves.h"
#include "domain/report.h"
#include "domain/visitor.h"

namespace sjsz::actions {

inline constexpr std::size_t kMostCalendarReasonCharacters = 200;

struct CalendarChange {
  int year = 0;
  std::vector<CalendarDay> days;  // as read_calendar_rows found them without fault
  std::string seen;               // calendar_stamp of what it replaces
  std::string reason;
};

std::string calendar_stamp(Reader& db, int year);
std::vector<DueMove> list_moves(Reader& db, int year, const std::vector<CalendarDay>& days, const Date& today);

// Faults of "reason", or of "seen": somebody changed it meanwhile.
tl::expected<void, FieldFault> change_calendar(Writer& db, const Actor& actor, const Visitor& visitor,
                                               const CalendarChange& change);

}  // namespace sjsz::actions
