// The auditor's page of the audit log, its file, and the proof of the chain.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_audit(const Visit& visit, Reader& db);
http::Response export_audit(const Visit& visit, Reader& db);
http::Response verify_audit(const Visit& visit, Db& db);

}  // namespace sjsz
