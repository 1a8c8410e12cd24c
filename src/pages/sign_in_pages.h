// Signing in: throttled, hashed behind a door, one answer for all that is wrong.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response sign_in(const Visit& visit, Db& db);

}  // namespace sjsz
