// The boxes of a report's form, made from what was typed: label, hint, error, and what stands beside each (the months
// before, the supporting units, what a colleague saved meanwhile).
#pragma once
#include <vector>

#include "view/data.h"
#include "view/report_form_view.h"

namespace sjsz::view {

// For templates/_report_field.html: the boxes before and after 本月无新进展. A narrative has one box.
struct FormRows {
  std::vector<Data> first, rest;
};
FormRows form_rows(const ReportFormView& view);

std::string field_id(const std::string& field);  // f-progress: where an error leads
std::string fault_of(const ReportFormView& view, const std::string& field);

}  // namespace sjsz::view
