// 设置: what the office, and later others, may set.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_settings(const Visit& visit, Reader& db);
http::Response show_setting(const Visit& visit, Reader& db);
http::Response change_setting(const Visit& visit, Db& db);

}  // namespace sjsz
