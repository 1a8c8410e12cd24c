// One's own API tokens.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response create_token(const Visit& visit, Db& db);
http::Response revoke_token(const Visit& visit, Db& db);

}  // namespace sjsz
