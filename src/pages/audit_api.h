// The audit log for programs that copy it elsewhere.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_audit_json(const Visit& visit, Reader& db);

}  // namespace sjsz
