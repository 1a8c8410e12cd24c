// Reminders, and what the office needs to know of a unit before it calls: whom, and whether anybody was there lately.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/reminder.h"
#include "storage/db.h"

namespace sjsz {

void insert_reminder(Writer& db, const Reminder& reminder);
std::vector<Reminder> list_reminders(Reader& db, const Month& month);  // newest first

struct UnitActivity {
  UnitCode unit;
  std::string contact, phone;        // empty: not entered
  std::optional<Instant> last_seen;  // of anybody of the unit, signed in
  std::optional<Instant> last_edit;  // of a report of this month
};
std::vector<UnitActivity> list_unit_activity(Reader& db, const Month& month);  // in official order

}  // namespace sjsz
