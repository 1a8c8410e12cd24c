// 任务分工 and the page of one task.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_tasks(const Visit& visit, Reader& db);
http::Response show_task(const Visit& visit, Reader& db);

}  // namespace sjsz
