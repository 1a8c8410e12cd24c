// The admin's accounts: all, one, and the slips with one-time links.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_users(const Visit& visit, Reader& db);
http::Response create_user(const Visit& visit, Db& db);
http::Response show_user(const Visit& visit, Reader& db);
http::Response link_user(const Visit& visit, Db& db);  // a new one-time link, on a slip
http::Response disable_user(const Visit& visit, Db& db);
http::Response enable_user(const Visit& visit, Db& db);
http::Response change_user_role(const Visit& visit, Db& db);

}  // namespace sjsz
