// 单位管理, for the office: contacts, members of groups, who reports at all.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_unit_settings(const Visit& visit, Reader& db);
http::Response show_unit_setting(const Visit& visit, Reader& db);
http::Response change_unit_contact(const Visit& visit, Db& db);
http::Response add_unit_member(const Visit& visit, Db& db);
http::Response rename_unit_member(const Visit& visit, Db& db);
http::Response change_unit_state(const Visit& visit, Db& db);

}  // namespace sjsz
