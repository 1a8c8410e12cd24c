// JSON of the units, in official order.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_units_json(const Visit& visit, Reader& db);

}  // namespace sjsz
