// 指标体系 and the page of one indicator.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_indicators(const Visit& visit, Reader& db);
http::Response show_indicator(const Visit& visit, Reader& db);

}  // namespace sjsz
