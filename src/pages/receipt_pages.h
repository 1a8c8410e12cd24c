// 回执: what one act of submitting took, and what is left.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_receipt(const Visit& visit, Reader& db);

}  // namespace sjsz
