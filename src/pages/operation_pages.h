// For those who keep the portal running.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_health(const Visit& visit, Reader& db);  // 200 "ok" while the database answers

}  // namespace sjsz
