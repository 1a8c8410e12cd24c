// 核对并提交: every complete draft of the unit's month, beside what was said before; submitting gives a receipt.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_confirm(const Visit& visit, Reader& db);
http::Response submit_month(const Visit& visit, Db& db);

}  // namespace sjsz
