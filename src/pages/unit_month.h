// A unit's month as its own people see it: every line that it owes with what was written, in the order of the ledger,
// and what may be done now. Ledger, form, confirmation and receipt are made from it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/owed.h"
#include "pages/page.h"

namespace sjsz {

struct UnitLine {
  OwedLine owed;
  ReportForm form = ReportForm::full;
  std::optional<Task> task;              // none: the narrative
  Report report;                         // version 0: nothing was written yet; exempt lines have state exempt
  std::optional<ReportEvent> sent_back;  // of a returned one
  std::vector<FieldFault> missing;       // of what was written
  bool ready = false;                    // written, complete, and changed since it was sent back
  Date due;
  bool late = false;  // its first submission was
  bool over = false;  // its due date is, or the month is closed
};

struct UnitMonth {
  Month month;
  UnitCode unit;
  std::string unit_name;
  PeriodRules rules;
  Period period;
  DueDates due;
  Phase phase = Phase::outside;
  std::optional<std::string> write_lock, submit_lock;  // why not
  std::vector<UnitLine> lines;  // what was returned first, then what is owed still, the others by number

  const UnitLine* find(const ReportKey& key) const;
  int count_tasks_left() const;  // owed still
  bool is_narrative_left() const;
  // The next line after this one that is not filled in yet; nothing: all are.
  const UnitLine* next_to_fill(const ReportKey& key) const;
};

// Of the month asked for, or else of the newest that may be submitted.
UnitMonth find_unit_month(Reader& db, const std::optional<Month>& asked, const UnitCode& unit, Instant at);

std::string title_of(const UnitLine& line);                      // 任务 9　压减煤炭消费
std::vector<Requirement> requirements_of(const UnitLine& line);  // what its form asks for
// What must be filled in before it is submitted; a report without progress needs no state of its own.
std::vector<FieldFault> list_missing_of(const UnitLine& line, ReportText text);

// The units whose office accounts review what this unit submits, where that is not the office in general: nobody
// reviews the own unit.
std::vector<std::string> list_reviewers(Reader& db, const UnitCode& unit);

}  // namespace sjsz
