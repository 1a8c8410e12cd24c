#include "pages/home_pages.h"

#include <algorithm>

#include "domain/rights.h"
#include "pages/audit_rows.h"
#include "pages/layout.h"
#include "pages/todo.h"
#include "storage/plan_store.h"
#include "storage/plan_year_query.h"
#include "view/home_view.h"
#include "view/links.h"
#include "view/words.h"

namespace sjsz {
namespace {

std::vector<view::HomeView::Category> categories(const std::vector<Indicator>& indicators) {
  std::vector<view::HomeView::Category> groups;
  for (const auto& indicator : indicators) {
    if (groups.empty() || groups.back().name != indicator.category) {
      groups.push_back(
          {indicator.category, view::with_query(view::indicators_url(), "category", indicator.category), {}});
    }
    groups.back().targets.push_back({indicator.short_name, view::indicator_url(indicator.seq), indicator.target_text,
                                     indicator.unit, !indicator.assessed()});
  }
  return groups;
}

view::HomeView::Task task_line(const Task& task, const std::vector<Unit>& units) {
  view::HomeView::Task line{task.seq.value, task.label, view::task_url(task.seq), {}};
  for (const auto& assignment : task.assignments) {
    if (assignment.role != Role::support) line.leads.push_back(name_of(units, assignment.unit));
  }
  return line;
}

std::vector<view::HomeView::Chapter> chapters_with_tasks(const Plan& plan, const std::vector<Task>& tasks,
                                                         const std::vector<Unit>& units) {
  std::vector<view::HomeView::Chapter> chapters;
  for (const auto& chapter : plan.chapters) {
    view::HomeView::Chapter line{chapter.number, chapter.title, view::chapter_url(chapter.number), {}};
    for (const auto& task : tasks) {
      if (chapter_of(plan, task.articles.front()) == chapter.number) line.tasks.push_back(task_line(task, units));
    }
    if (!line.tasks.empty()) chapters.push_back(std::move(line));
  }
  return chapters;
}

view::HomeView::Unit unit_line(const Unit& unit, const std::vector<Task>& tasks) {
  view::HomeView::Unit line{unit.name, view::unit_url(unit.code)};
  for (const auto& task : tasks) {
    for (const auto& assignment : task.assignments) {
      if (assignment.unit != unit.code) continue;
      ++(assignment.role == Role::lead    ? line.lead
         : assignment.role == Role::sole  ? line.sole
         : assignment.role == Role::joint ? line.joint
                                          : line.support);
    }
  }
  return line;
}

void count(view::HomeView& home, const Plan& plan, const std::vector<Indicator>& indicators,
           const std::vector<Task>& tasks) {
  home.assessed = static_cast<int>(
      std::count_if(indicators.begin(), indicators.end(), [](const Indicator& one) { return one.assessed(); }));
  home.monitored = static_cast<int>(indicators.size()) - home.assessed;
  home.tasks = static_cast<int>(tasks.size());
  for (const auto& task : tasks) home.assignments += static_cast<int>(task.assignments.size());
  home.chapters = static_cast<int>(plan.chapters.size());
  for (const auto& chapter : plan.chapters) home.articles += static_cast<int>(chapter.articles.size());
}

}  // namespace

http::Response show_home(const Visit& visit, Reader& db) {
  const auto year = find_current_year(db);
  if (!year) {
    const auto body = view::render(visit.site.templates, view::HomeEmptyView{});
    return public_page(in_layout(visit, db, {"", "home", 0}, body));
  }
  const auto whole = found(find_plan_year(db, *year));
  const auto& plan = whole.plan;
  view::HomeView home;
  home.district = plan.district;
  home.year = plan.year;
  home.plan_title = plan.title;
  home.plan_url = view::plan_url();
  home.indicators_url = view::indicators_url();
  home.tasks_url = view::tasks_url();
  home.todo = find_todo(visit, db);
  if (may_read_audit(visit.visitor)) home.audit_state = audit_state(db);
  count(home, plan, whole.indicators, whole.tasks);
  home.categories = categories(whole.indicators);
  home.with_tasks = chapters_with_tasks(plan, whole.tasks, whole.units);
  for (const auto& unit : whole.units) home.units.push_back(unit_line(unit, whole.tasks));
  if (const auto rhythm = find_quote(plan, "严格落实月调度")) {
    home.rhythm = rhythm->words;
    home.rhythm_article = {view::article_mark(rhythm->article), view::article_url(rhythm->article)};
  }
  return public_page(in_layout(visit, db, {"", "home", plan.year}, view::render(visit.site.templates, home)));
}

}  // namespace sjsz
