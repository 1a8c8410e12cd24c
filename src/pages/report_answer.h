// What handlers of one report have in common: which line their address names, and the pages that they answer with.
#pragma once
#include "pages/report_form.h"
#include "view/report_view.h"

namespace sjsz {

ReportKey report_key_of(const http::Request& request);  // of a report's address, or of one below it

UnitMonth report_month(const Visit& visit, Reader& db, const ReportKey& key);
// 404: the unit owes no such line in that month.
const UnitLine& report_line(const UnitMonth& month, const ReportKey& key);
bool is_editable(const UnitMonth& month, const UnitLine& line);

http::Response show_form(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportFormView& form,
                         int status = 200);
http::Response show_reading(const Visit& visit, Reader& db, const UnitLine& line, const view::ReportView& page,
                            int status = 200);

}  // namespace sjsz
