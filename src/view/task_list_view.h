// 任务分工: the annex as a table, whole text readable, with a query row.
#pragma once
#include <string>
#include <vector>

#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct TaskListView {  // templates/task_list.html
  struct Row {
    int seq = 0;
    std::string url;
    Segments label, text, responsible_text;  // marked where they hold q; the last is shown only if it does
    std::vector<RoleGroup> who;
    std::vector<std::string> requirements;  // short texts
    std::vector<Link> articles;             // （十一）
  };

  std::string annex_title;
  std::string annex_url;  // the plan's line that names the annex
  int address_year = 0;   // as in LayoutView: kept by the form
  std::string q;
  std::vector<Option> units, roles, chapters;  // without the line 全部, which the template has
  int total = 0, assignments = 0;              // of the whole annex
  std::vector<Row> rows;                       // after the filter
};
std::vector<TaskListView> task_list_examples();
std::string render(const Templates& templates, const TaskListView& view);

}  // namespace sjsz::view
