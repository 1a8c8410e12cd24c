// What waits for review, of all months, with all that is needed to show and weigh it: the queue, the board and the
// to-do of the office are made from it. A fixed number of statements, however much waits.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/owed.h"
#include "domain/task.h"
#include "domain/visitor.h"
#include "storage/db.h"
#include "storage/jump_percent_query.h"

namespace sjsz {

// The units that have office accounts: who may judge whose reports. Nobody judges those of the own unit.
struct Offices {
  std::vector<Unit> units;
  std::string reviewers_of(const UnitCode& unit) const;  // names; says so if there is nobody
};
Offices find_offices(Reader& db);

struct WaitingLine {
  Report report;
  std::optional<Report> previous;  // what the line said in an earlier month of the year
  std::optional<Role> role;        // none: a narrative, or no longer owed
  std::string label;               // of its task; empty for a narrative
  ReportForm form = ReportForm::full;
  std::vector<Requirement> requirements;  // that its form asks for
  std::vector<FieldFault> warnings;
};

// Tasks with their units, as lines of reports refer to them.
class LineNames {
 public:
  explicit LineNames(Reader& db);
  std::optional<Role> role_of(const ReportKey& key) const;
  const Task* task_of(const ReportKey& key) const;  // nullptr: a narrative, or a task that is gone
  std::string unit_name(const UnitCode& unit) const;
  bool knows(const UnitCode& unit) const;
  std::optional<ReportKey> find_line(std::string_view word) const;  // nothing: of a unit or task that there is not
  int jump_percent(const Month& period) const { return jumps_.of(period); }
  const std::vector<Unit>& units() const { return units_; }

 private:
  std::map<int, std::vector<Task>> tasks_;  // by year
  std::vector<Unit> units_;
  std::map<UnitCode, UnitCode> groups_;
  JumpPercents jumps_;
};

WaitingLine waiting_line(const LineNames& names, Report report, std::optional<Report> previous);
std::vector<WaitingLine> list_waiting(Reader& db, const LineNames& names);  // oldest submission first

int days_since(Instant at, const Date& today);  // by the business day

}  // namespace sjsz
