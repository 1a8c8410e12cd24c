// JSON of reports and narratives: what is owed and in which state, one report with its revisions, and every change of
// it by the actions that the pages use.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_reports_json(const Visit& visit, Reader& db);
http::Response show_report_json(const Visit& visit, Reader& db);
http::Response save_report_json(const Visit& visit, Db& db);
http::Response submit_report_json(const Visit& visit, Db& db);
http::Response withdraw_report_json(const Visit& visit, Db& db);
http::Response return_report_json(const Visit& visit, Db& db);
http::Response accept_report_json(const Visit& visit, Db& db);

}  // namespace sjsz
