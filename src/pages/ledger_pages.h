// 本月填报: what the visitor's unit owes.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_ledger(const Visit& visit, Reader& db);

}  // namespace sjsz
