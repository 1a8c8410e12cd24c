// Holidays and worked weekends as people paste them from a notice or a table, one day or span a line.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar.h"

namespace sjsz {

struct CalendarRow {
  int line = 0;  // where it stands in what was pasted, from 1
  std::string text;
  std::vector<CalendarDay> days;  // a span has several
  std::string fault;              // Chinese; empty: understood
};

// "2020-10-01 放假 国庆节", "国庆节：10月1日至8日放假", CSV with 日期, 名称 and 安排 in any order; full width or not. A
// heading and empty lines are left out; a weekday without 放假 or 上班 is a holiday. A day that stands in two lines is
// a fault of the second.
std::vector<CalendarRow> read_calendar_rows(std::string_view text, int year);

// One line a day, as read_calendar_rows reads them.
std::string calendar_lines(const std::vector<CalendarDay>& days);

std::vector<CalendarDay> days_of(const std::vector<CalendarRow>& rows);  // by date

}  // namespace sjsz
