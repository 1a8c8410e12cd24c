// Attachments: sent with the whole form of a report, so that nothing typed is lost; shown to whoever may see the
// report.
#pragma once
#include "pages/page.h"

namespace sjsz {

// /reports/{period}/{task}/{unit}/attachments and /reports/{period}/narrative/{unit}/attachments
http::Response attach_files(const Visit& visit, Db& db);
http::Response show_attachment(const Visit& visit, Reader& db);
http::Response remove_attachment(const Visit& visit, Db& db);

}  // namespace sjsz
