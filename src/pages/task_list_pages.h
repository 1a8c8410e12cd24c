// 任务分工: all tasks, filtered.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_tasks(const Visit& visit, Reader& db);

}  // namespace sjsz
