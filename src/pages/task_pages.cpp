#include "pages/task_pages.h"

#include <algorithm>

#include "domain/codes.h"
#include "domain/task_filter.h"
#include "pages/layout.h"
#include "pages/role_groups.h"
#include "storage/plan_store.h"
#include "storage/task_store.h"
#include "storage/unit_store.h"
#include "view/links.h"
#include "view/segments.h"
#include "view/task_list_view.h"
#include "view/task_view.h"
#include "view/words.h"

namespace sjsz {
namespace {

TaskFilter checked_filter(const http::Request& request, const std::vector<Unit>& units, const Plan& plan) {
  const auto asked = [&](const char* name) { return request.query(name).value_or(""); };
  auto filter = check_task_filter({asked("unit"), asked("role"), asked("chapter"), asked("q")}, units, plan);
  if (!filter) throw WrongQuery(filter.error().field, filter.error().reason);
  return *filter;
}

// Units that have a task in this plan.
std::vector<view::Option> unit_options(const std::vector<Unit>& units, const std::vector<Task>& tasks,
                                       const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& unit : units) {
    const bool assigned = std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
      return std::any_of(task.assignments.begin(), task.assignments.end(),
                         [&](const Assignment& assignment) { return assignment.unit == unit.code; });
    });
    if (assigned || filter.unit == unit.code) {
      options.push_back({unit.code.value, unit.name, filter.unit == unit.code});
    }
  }
  return options;
}

std::vector<view::Option> role_options(const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& [role, code] : code_table<Role>()) {
    options.push_back({std::string(code), std::string(view::role_name(role)), filter.role == role});
  }
  return options;
}

std::vector<view::Option> chapter_options(const Plan& plan, const TaskFilter& filter) {
  std::vector<view::Option> options;
  for (const auto& chapter : plan.chapters) {
    options.push_back({std::to_string(chapter.number), view::chapter_mark(chapter.number) + chapter.title,
                       filter.chapter == chapter.number});
  }
  return options;
}

view::TaskListView::Row row(const Task& task, const std::vector<Unit>& units, const TaskFilter& filter,
                            int address_year) {
  view::TaskListView::Row row;
  row.seq = task.seq.value;
  row.url = view::task_url(task.seq, address_year);
  row.label = view::mark(task.label, filter.words);
  row.text = view::mark(task.text, filter.words);
  row.responsible_text = view::mark(task.responsible_text, filter.words);
  row.who = role_groups(task, units, address_year);
  for (const auto& requirement : task.requirements) row.requirements.push_back(requirement.text);
  for (const auto& article : task.articles) {
    row.articles.push_back({view::article_mark(article), view::article_url(article, address_year)});
  }
  return row;
}

std::vector<view::TaskView::Article> articles_of(const Task& task, const Plan& plan, int address_year) {
  std::vector<view::TaskView::Article> articles;
  for (const auto& number : task.articles) {
    const Article* article = find_article(plan, number);
    if (!article) continue;
    articles.push_back({{view::article_mark(number), view::article_url(number, address_year)},
                        article->title,
                        view::compare(task.text, article->text)});
  }
  return articles;
}

view::Segments text_with_requirements(const Task& task) {
  std::vector<std::string_view> sentences;
  for (const auto& requirement : task.requirements) sentences.push_back(requirement.sentence);
  return view::mark_all(task.text, sentences);
}

std::optional<view::Link> link_to(const std::vector<Task>& tasks, int seq, int address_year) {
  for (const auto& task : tasks) {
    if (task.seq.value == seq) return view::Link{task.label, view::task_url(task.seq, address_year)};
  }
  return std::nullopt;
}

view::TaskView task_page(const Task& task, const Plan& plan, const std::vector<Unit>& units, int address_year) {
  view::TaskView page;
  page.seq = task.seq.value;
  page.year = plan.year;
  page.address_year = address_year;
  page.label = task.label;
  const int number = chapter_of(plan, task.articles.front());
  for (const auto& chapter : plan.chapters) {
    if (chapter.number != number) continue;
    page.chapter = {view::chapter_mark(number) + chapter.title, view::chapter_url(number, address_year)};
  }
  page.text = text_with_requirements(task);
  page.responsible_text = task.responsible_text;
  page.articles = articles_of(task, plan, address_year);
  page.who = role_groups(task, units, address_year);
  for (const auto& one : task.requirements) {
    page.requirements.push_back({one.text, one.sentence, one.kind, one.comparison, one.unit, one.target, one.date});
  }
  if (const auto due = find_quote(plan, "确保" + std::to_string(plan.year) + "年")) {
    page.due_sentence = due->words;
    page.due_article = {view::article_mark(due->article), view::article_url(due->article, address_year)};
  }
  return page;
}

}  // namespace

http::Response list_tasks(const Visit& visit, Reader& db) {
  const int year = chosen_year(visit, db);
  const Plan plan = found(find_plan(db, year));
  const auto units = list_units(db);
  const auto tasks = list_tasks(db, year);
  const auto filter = checked_filter(visit.request, units, plan);

  view::TaskListView list;
  list.annex_title = plan.annex_title;
  list.address_year = address_year(db, year);
  list.annex_url = view::plan_url(list.address_year) + "#annex";
  list.q = filter.words;
  list.units = unit_options(units, tasks, filter);
  list.roles = role_options(filter);
  list.chapters = chapter_options(plan, filter);
  list.total = static_cast<int>(tasks.size());
  for (const auto& task : tasks) list.assignments += static_cast<int>(task.assignments.size());
  for (const auto& task : filter_tasks(tasks, filter, plan)) {
    list.rows.push_back(row(task, units, filter, list.address_year));
  }
  const auto body = view::render(visit.site.templates, list);
  return public_page(in_layout(visit, db, {"任务分工表", "task", year}, body));
}

http::Response show_task(const Visit& visit, Reader& db) {
  const int year = chosen_year(visit, db);
  const Plan plan = found(find_plan(db, year));
  const auto tasks = list_tasks(db, year);
  const int seq = visit.request.number("seq");
  const auto task = std::find_if(tasks.begin(), tasks.end(), [&](const Task& one) { return one.seq.value == seq; });
  if (task == tasks.end()) throw http::Stop(404, "任务分工表没有第 " + std::to_string(seq) + " 项。");
  auto page = task_page(*task, plan, list_units(db), address_year(db, year));
  page.previous = link_to(tasks, seq - 1, page.address_year);
  page.next = link_to(tasks, seq + 1, page.address_year);
  const auto title = "任务 " + std::to_string(seq) + " " + task->label;
  return public_page(in_layout(visit, db, {title, "task", year}, view::render(visit.site.templates, page)));
}

}  // namespace sjsz
