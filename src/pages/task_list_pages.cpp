#include "pages/task_list_pages.h"

#include "pages/layout.h"
#include "pages/role_groups.h"
#include "pages/task_query.h"
#include "view/links.h"
#include "view/segments.h"
#include "view/task_list_view.h"
#include "view/words.h"

namespace sjsz {

static view::TaskListView::Row row(const Task& task, const PlanWithUnits& plan, const TaskFilter& filter) {
  view::TaskListView::Row row;
  row.seq = task.seq.value;
  row.url = view::task_url(task.seq, plan.address_year);
  row.label = view::mark(task.label, filter.words);
  row.text = view::mark(task.text, filter.words);
  row.responsible_text = view::mark(task.responsible_text, filter.words);
  row.who = role_groups(task, plan.units, plan.address_year);
  for (const auto& requirement : task.requirements) row.requirements.push_back(requirement.text);
  for (const auto& article : task.articles) {
    row.articles.push_back({view::article_mark(article), view::article_url(article, plan.address_year)});
  }
  return row;
}

http::Response list_tasks(const Visit& visit, Reader& db) {
  const auto plan = found(find_plan_year(db, chosen_year(visit, db)));
  const auto filter = checked_task_filter(visit.request, plan);
  view::TaskListView list;
  list.annex_title = plan.plan.annex_title;
  list.address_year = plan.address_year;
  list.annex_url = view::plan_url(plan.address_year) + "#annex";
  list.q = filter.words;
  list.units = unit_options(plan, filter);
  list.roles = role_options(filter);
  list.chapters = chapter_options(plan.plan, filter);
  list.total = static_cast<int>(plan.tasks.size());
  for (const auto& task : plan.tasks) list.assignments += static_cast<int>(task.assignments.size());
  for (const auto& task : filter_tasks(plan.tasks, filter, plan.plan)) list.rows.push_back(row(task, plan, filter));
  const auto body = view::render(visit.site.templates, list);
  return public_page(in_layout(visit, db, {"任务分工表", "task", plan.plan.year}, body));
}

}  // namespace sjsz
