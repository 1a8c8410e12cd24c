// What waits for the visitor (待办): returned reports and what is due soon, today or overdue for a unit; what waits for
// review for the office.
#pragma once
#include "pages/page.h"
#include "view/todo.h"

namespace sjsz {

view::Todo find_todo(const Visit& visit, Reader& db);  // nothing for who is not signed in

// How much of it there is, for the navigation of every page.
struct TodoCounts {
  int report = 0, review = 0;  // of the own unit; of others
};
TodoCounts count_todo(const Visit& visit, Reader& db);

}  // namespace sjsz
