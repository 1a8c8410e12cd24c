// The page of one task.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_task(const Visit& visit, Reader& db);

}  // namespace sjsz
