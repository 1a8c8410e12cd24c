// What one-time links lead to: the first admin of an empty portal, and everybody's first or forgotten password.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_setup(const Visit& visit, Reader& db);
http::Response set_up(const Visit& visit, Db& db);
http::Response show_reset(const Visit& visit, Reader& db);
http::Response reset_password(const Visit& visit, Db& db);

}  // namespace sjsz
