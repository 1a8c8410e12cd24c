// One's own account and its sessions. For sessions alone: no token reaches these.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_account(const Visit& visit, Reader& db);
http::Response end_session(const Visit& visit, Db& db);

}  // namespace sjsz
