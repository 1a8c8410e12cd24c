// The page of one unit.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_unit(const Visit& visit, Reader& db);

}  // namespace sjsz
