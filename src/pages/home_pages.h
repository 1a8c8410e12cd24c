// 首页.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_home(const Visit& visit, Reader& db);

}  // namespace sjsz
