// 方案: the plan's whole text.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_plan(const Visit& visit, Reader& db);

}  // namespace sjsz
