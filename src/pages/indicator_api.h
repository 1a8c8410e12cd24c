// JSON of the indicator system.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_indicators_json(const Visit& visit, Reader& db);
http::Response show_indicator_json(const Visit& visit, Reader& db);

}  // namespace sjsz
