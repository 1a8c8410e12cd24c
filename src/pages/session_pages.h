// Signing in and out, and what waits for its owner behind the sign-in: a form that came too late.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_login(const Visit& visit, Reader& db);
http::Response sign_in(const Visit& visit, Db& db);
http::Response sign_out(const Visit& visit, Db& db);

}  // namespace sjsz
