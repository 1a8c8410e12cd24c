// Many accounts at once, pasted from a table: first shown, then made.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response preview_users(const Visit& visit, Db& db);
http::Response create_users(const Visit& visit, Db& db);

}  // namespace sjsz
