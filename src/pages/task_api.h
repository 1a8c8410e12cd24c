// JSON of the task assignment table.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_tasks_json(const Visit& visit, Reader& db);

}  // namespace sjsz
