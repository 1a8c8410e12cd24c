// What is owed in a month (应报事项): a report for each assignment, a narrative for each unit that has one. While a
// group has members they owe instead of it. Exempt lines stay in the list, marked.
#pragma once
#include <string>
#include <vector>

#include "domain/period.h"
#include "domain/report.h"
#include "domain/task.h"
#include "domain/unit.h"

namespace sjsz {

struct Exemption {
  ReportKey key;
  std::string reason;
};

struct UnitMember {
  UnitCode unit, group;
};

// From which month on a unit reports, or no longer does.
struct ActivityChange {
  UnitCode unit;
  Month from;
  bool active = false;
};

struct OwedLine {
  ReportKey key;
  Role role = Role::support;  // of the assignment; without meaning for a narrative
  bool exempt = false;
  std::string exempt_reason;
  ReportForm form() const { return form_of(key, role); }
};

// Units in official order (members where their group stands), within a unit tasks by number and the narrative last.
std::vector<OwedLine> list_owed(const Month& month, const std::vector<Task>& tasks, const std::vector<Unit>& units,
                                const std::vector<UnitMember>& members, const std::vector<Exemption>& exemptions);

// The five answers of product.md §4, never mixed; `open` and `missing` are what nobody has answered before and after
// the due date.
struct OwedCounts {
  int owed = 0;       // without exempt ones
  int submitted = 0;  // submitted, returned, accepted
  int accepted = 0, waiting = 0, returned = 0;
  int on_time = 0, late = 0;
  int open = 0, missing = 0;
  int no_progress = 0;  // of the submitted ones
  int exempt = 0;
  int outstanding = 0;  // none, draft or returned: 还差
};

// A period as it stands on a day.
struct Standing {
  DueDates due;
  Phase phase = Phase::outside;
  Date today;
};

// Of the lines given, which may be those of one unit, one role, or narratives alone; reports of other lines do not
// count. Each line is held to its own due date.
OwedCounts count_owed(const std::vector<OwedLine>& lines, const std::vector<Report>& reports, const Standing& standing);

}  // namespace sjsz
