// One report to read, as much of it as the visitor may see (domain/rights.h).
#pragma once
#include <vector>

#include "pages/unit_month.h"
#include "storage/attachment_store.h"
#include "view/report_view.h"

namespace sjsz {

// Of the visitor's own unit: whole, with the reason why it cannot be changed now.
view::ReportView own_report(Reader& db, const UnitMonth& month, const UnitLine& line);

// Of another unit. 404 where the visitor may not know of it.
view::ReportView report_of_another(const Visit& visit, Reader& db, const UnitMonth& month, const UnitLine& line);

std::vector<view::ReportFile> files_to_read(const std::vector<Attachment>& attachments);

}  // namespace sjsz
