// Plans: text, chapters and articles of each year; one year is current.
#pragma once
#include <optional>
#include <vector>

#include "domain/plan.h"
#include "storage/db.h"

namespace sjsz {

std::vector<int> list_plan_years(Reader& db);
std::optional<int> find_current_year(Reader& db);
std::optional<Plan> find_plan(Reader& db, int year);
std::optional<Plan> find_plan_heading(Reader& db, int year);  // without chapters and annex: one statement
std::vector<Plan> list_plans(Reader& db);                     // by year; as many statements as for one
void insert_plan(Writer& db, const Plan& plan);
void delete_plan(Writer& db, int year);  // with its indicators, tasks and requirements
void set_current_year(Writer& db, int year);

}  // namespace sjsz
