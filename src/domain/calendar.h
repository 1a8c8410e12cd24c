// Working days: Monday to Friday, but for the holidays (holiday) and the worked weekends (workday, 调休) of the official calendar.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"

namespace sjsz {

struct CalendarDay {
  Date date;
  bool works = false;  // a worked weekend day, or a day of a holiday (which may fall on a weekend: notices name whole spans)
  std::string name;    // 国庆节、中秋节
};

class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(const std::vector<CalendarDay>& days);
  bool is_working_day(const Date& date) const;
  Date next_working_day(const Date& date) const;  // the date itself, if it is one
  bool knows(int year) const;  // false: only Saturdays and Sundays count, and pages say so

 private:
  std::map<Date, bool> works_;
  std::set<int> years_;
};

}  // namespace sjsz
