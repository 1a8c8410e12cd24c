// The addresses of a unit's month: ledger, reports, confirmation, receipts.
#pragma once
#include <string>

#include "domain/report.h"

namespace sjsz::view {

std::string ledger_url();                           // of the newest open period
std::string ledger_url(const Month& period);        // /reports?period=2020-08
std::string report_url(const ReportKey& key);       // /reports/2020-08/9/fagai, /reports/2020-08/narrative/fagai
std::string attachments_url(const ReportKey& key);  // of a report: where files are sent with its form
std::string attachment_url(const std::string& id);
std::string remove_attachment_url(const std::string& id);
std::string confirm_url(const Month& period);
std::string receipt_url(const std::string& id);

}  // namespace sjsz::view
