// One account as the admin sees it: link, state, role.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_user(const Visit& visit, Reader& db);
http::Response link_user(const Visit& visit, Db& db);  // a new one-time link, on a slip
http::Response disable_user(const Visit& visit, Db& db);
http::Response enable_user(const Visit& visit, Db& db);
http::Response change_user_role(const Visit& visit, Db& db);

}  // namespace sjsz
