// The admin's list of all accounts, and the form for a new one.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_users(const Visit& visit, Reader& db);
http::Response create_user(const Visit& visit, Db& db);

}  // namespace sjsz
