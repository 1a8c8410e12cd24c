#include "view/report_links.h"

#include "view/links.h"

namespace sjsz::view {

std::string ledger_url() { return "/reports"; }
std::string ledger_url(const Month& period) { return with_query(ledger_url(), "period", to_string(period)); }

std::string report_url(const ReportKey& key) {
  const std::string line = key.task ? std::to_string(key.task->value) : "narrative";
  return ledger_url() + "/" + to_string(key.period) + "/" + line + "/" + key.unit.value;
}

std::string attachments_url(const ReportKey& key) { return report_url(key) + "/attachments"; }
std::string attachment_url(const std::string& id) { return "/attachments/" + id; }
std::string remove_attachment_url(const std::string& id) { return attachment_url(id) + "/remove"; }
std::string confirm_url(const Month& period) { return ledger_url() + "/" + to_string(period) + "/confirm"; }
std::string receipt_url(const std::string& id) { return "/receipts/" + id; }

}  // namespace sjsz::view
