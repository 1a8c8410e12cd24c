// 节假日与调休, for the office: the calendar of a year is pasted or uploaded, looked through, and confirmed.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_calendar_setting(const Visit& visit, Reader& db);
http::Response preview_calendar(const Visit& visit, Db& db);
http::Response change_calendar(const Visit& visit, Db& db);

}  // namespace sjsz
