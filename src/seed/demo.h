// Fills an empty database with the demonstration year (--demo): the plan, accounts of everybody, and eight months of
// reports, all through the actions that pages call, each at its own moment of 2020. The same file gives the same data.
#pragma once
#include <string>

#include "domain/plan_book.h"
#include "seed/demo_json.h"
#include "storage/db.h"

namespace sjsz {

inline constexpr const char* kDemoPassword = "demo-sijian-2020";
inline constexpr Date kDemoToday{2020, 9, 3};

// Marks the database as a demonstration for good. Throws std::logic_error where the year breaks a rule of the portal.
void fill_demo(Writer& db, const PlanBook& plan, const Demo& demo, const std::string& password_hash);

}  // namespace sjsz
