// 本期设置: due date, closing, reopening for one unit, exemptions of one period.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_period(const Visit& visit, Reader& db);
http::Response change_due_date(const Visit& visit, Db& db);
http::Response close_one_period(const Visit& visit, Db& db);
http::Response reopen_for_unit(const Visit& visit, Db& db);
http::Response exempt_one_line(const Visit& visit, Db& db);
http::Response lift_one_exemption(const Visit& visit, Db& db);

}  // namespace sjsz
