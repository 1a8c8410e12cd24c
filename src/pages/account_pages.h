// One's own account: sessions, password, API tokens. For sessions alone: no token reaches these.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_account(const Visit& visit, Reader& db);
http::Response change_password(const Visit& visit, Db& db);
http::Response end_session(const Visit& visit, Db& db);
http::Response create_token(const Visit& visit, Db& db);
http::Response revoke_token(const Visit& visit, Db& db);

}  // namespace sjsz
