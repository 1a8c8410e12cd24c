// Tasks of a year's plan with their articles, assignments and requirements, in the order of the annex. Four statements,
// however many rows.
#pragma once
#include <map>
#include <vector>

#include "domain/task.h"
#include "storage/db.h"

namespace sjsz {

std::vector<Task> list_tasks(Reader& db, int year);
std::map<int, std::vector<Task>> list_tasks_by_year(Reader& db);
std::vector<Requirement> list_requirements(Reader& db, int year, TaskSeq task);
void insert_tasks(Writer& db, int year, const std::vector<Task>& tasks);

}  // namespace sjsz
