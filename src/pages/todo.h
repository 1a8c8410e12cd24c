// What waits for the visitor (待办): returned reports and what is due soon, today or overdue for a unit; what waits for
// review for the office.
#pragma once
#include "pages/page.h"
#include "view/todo.h"

namespace sjsz {

view::Todo find_todo(const Visit& visit, Reader& db);  // nothing for who is not signed in

}  // namespace sjsz
