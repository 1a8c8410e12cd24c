// The head of the pages of one report: whose it is, until when, the plan's sentence, what comes next.
#pragma once
#include "pages/unit_month.h"
#include "view/report_parts.h"

namespace sjsz {

view::ReportHead report_head(Reader& db, const UnitMonth& month, const UnitLine& line);

// How it prints: a narrative is an official document.
std::string paper_of(const UnitLine& line);

}  // namespace sjsz
