// JSON of the plan's text, and the description of the whole API.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_plan_json(const Visit& visit, Reader& db);
http::Response show_openapi(const Visit& visit, Reader& db);

}  // namespace sjsz
