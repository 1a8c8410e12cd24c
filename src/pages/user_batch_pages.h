// Many accounts at once, from a pasted table.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response preview_users(const Visit& visit, Db& db);
http::Response create_users(const Visit& visit, Db& db);

}  // namespace sjsz
