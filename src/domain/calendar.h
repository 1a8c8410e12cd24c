// Working days: Monday to Friday, but for the holidays and the worked weekends (调休) of the official calendar.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"

namespace sjsz {

struct CalendarDay {
  Date date;
  bool works = false;  // true: a worked weekend day; false: a day of a holiday, on a weekday or within its span
  std::string name;    // 国庆节、中秋节
};

class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(const std::vector<CalendarDay>& days);
  bool is_working_day(const Date& date) const;
  Date next_working_day(const Date& date) const;  // the date itself, if it is one
  bool knows(int year) const;                     // false: only Saturdays and Sundays count, and pages say so

 private:
  std::map<Date, bool> works_;
  std::set<int> years_;
};

}  // namespace sjsz
