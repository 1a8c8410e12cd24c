// The past of a year's reports of leads: every submission, return and acceptance, with what lights are made of. Four
// statements, however many rows.
#pragma once
#include <vector>

#include "domain/year_standing.h"
#include "storage/db.h"

namespace sjsz {

std::vector<ReportPast> list_report_pasts(Reader& db, int year);

}  // namespace sjsz
