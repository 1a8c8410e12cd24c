#include "domain/calendar.h"

namespace sjsz {

Calendar::Calendar(const std::vector<CalendarDay>& days) {
  for (const auto& day : days) {
    works_[day.date] = day.works;
    years_.insert(day.date.year);
  }
}

bool Calendar::is_working_day(const Date& date) const {
  const auto day = works_.find(date);
  return day == works_.end() ? !is_weekend(date) : day->second;
}

Date Calendar::next_working_day(const Date& date) const {
  Date day = date;
  while (!is_working_day(day)) day = plus_days(day, 1);
  return day;
}

bool Calendar::knows(int year) const { return years_.contains(year); }

}  // namespace sjsz
