// GET and PUT of settings under /api/v1.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_settings_json(const Visit& visit, Reader& db);
http::Response change_setting_json(const Visit& visit, Db& db);

}  // namespace sjsz
