// The form of one report, made from its unit's month; what was typed into it; and the buttons that fill boxes without
// saving.
#pragma once
#include <string>

#include "pages/unit_month.h"
#include "view/report_form_view.h"

namespace sjsz {

// As it was saved last.
view::ReportFormView report_form(Reader& db, const UnitMonth& month, const UnitLine& line);

RawReport typed_report(const http::Fields& form, const UnitLine& line);

// What a button puts into the boxes that were typed: reuse, reuse:FIELD, pull, compose. False: there is no such button.
bool fill_form(view::ReportFormView& form, const std::string& button, const UnitMonth& month);

}  // namespace sjsz
