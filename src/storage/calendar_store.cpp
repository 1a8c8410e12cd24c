#include "storage/calendar_store.h"

namespace sjsz {

std::vector<CalendarDay> list_calendar_days(Reader& db) {
  std::vector<CalendarDay> days;
  auto row = db.query("SELECT day, works, name FROM calendar_day ORDER BY day");
  while (row.next()) days.push_back({parse_date(row.text(0)).value(), row.flag(1), row.text(2)});
  return days;
}

void set_calendar_days(Writer& db, int year, const std::vector<CalendarDay>& days) {
  db.query("DELETE FROM calendar_day WHERE year = :year").bind(":year", year).run();
  auto insert = db.query("INSERT INTO calendar_day (day, year, works, name) VALUES (:day, :year, :works, :name)");
  for (const auto& day : days) {
    insert.bind(":day", to_string(day.date))
        .bind(":year", year)
        .bind(":works", day.works)
        .bind(":name", day.name)
        .run();
  }
}

}  // namespace sjsz
