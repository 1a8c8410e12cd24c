// Changing one's own password.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response change_password(const Visit& visit, Db& db);

}  // namespace sjsz
