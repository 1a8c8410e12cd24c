// The page of the sign-in, and signing out.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_login(const Visit& visit, Reader& db);
http::Response sign_out(const Visit& visit, Db& db);

}  // namespace sjsz
