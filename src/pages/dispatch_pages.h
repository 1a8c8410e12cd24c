// 调度台: the office's board of a month, and its reminders.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_dispatch(const Visit& visit, Reader& db);
http::Response remind_unit(const Visit& visit, Db& db);

}  // namespace sjsz
