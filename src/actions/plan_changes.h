// What a plan file would change: for people, line by line, and for the import, which parts it must write.
#pragma once
#include <set>
#include <string>
#include <vector>

#include "domain/plan_book.h"

namespace sjsz::actions {

struct PlanChanges {
  std::vector<std::string> lines;  // Chinese; empty: the file says what the database says already
  bool units = false;
  bool current_year = false;
  std::set<int> years;           // plans that are new or differ
  std::set<int> calendar_years;  // likewise
};

// Years and units that `file` does not name stay as they are, and are not compared.
PlanChanges compare_plan_books(const PlanBook& stored, const PlanBook& file);

}  // namespace sjsz::actions
