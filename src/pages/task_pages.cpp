#include "pages/task_pages.h"

#include <algorithm>

#include "pages/layout.h"
#include "pages/role_groups.h"
#include "storage/plan_year_query.h"
#include "view/links.h"
#include "view/segments.h"
#include "view/task_view.h"
#include "view/words.h"

namespace sjsz {
namespace {

view::Link chapter_link(const Task& task, const PlanWithUnits& plan) {
  const int number = chapter_of(plan.plan, task.articles.front());
  for (const auto& chapter : plan.plan.chapters) {
    if (chapter.number != number) continue;
    return {view::chapter_mark(number) + chapter.title, view::chapter_url(number, plan.address_year)};
  }
  return {};
}

view::Segments text_with_requirements(const Task& task) {
  std::vector<std::string_view> sentences;
  for (const auto& requirement : task.requirements) sentences.push_back(requirement.sentence);
  return view::mark_all(task.text, sentences);
}

view::Link article_link(ArticleNumber article, int address_year) {
  return {view::article_mark(article), view::article_url(article, address_year)};
}

std::vector<view::TaskView::Article> articles_of(const Task& task, const PlanWithUnits& plan) {
  std::vector<view::TaskView::Article> articles;
  for (const auto& number : task.articles) {
    const Article* article = find_article(plan.plan, number);
    if (!article) continue;
    articles.push_back(
        {article_link(number, plan.address_year), article->title, view::compare(task.text, article->text)});
  }
  return articles;
}

std::optional<view::Link> link_to(const PlanWithUnits& plan, int seq) {
  for (const auto& task : plan.tasks) {
    if (task.seq.value == seq) return view::Link{task.label, view::task_url(task.seq, plan.address_year)};
  }
  return std::nullopt;
}

view::TaskView task_view(const Task& task, const PlanWithUnits& plan) {
  view::TaskView page;
  page.seq = task.seq.value;
  page.year = plan.plan.year;
  page.address_year = plan.address_year;
  page.label = task.label;
  page.chapter = chapter_link(task, plan);
  page.text = text_with_requirements(task);
  page.responsible_text = task.responsible_text;
  page.articles = articles_of(task, plan);
  page.who = role_groups(task, plan.units, plan.address_year);
  for (const auto& one : task.requirements) {
    page.requirements.push_back({one.text, one.sentence, one.kind, one.comparison, one.unit, one.target, one.date});
  }
  if (const auto due = find_quote(plan.plan, "确保" + std::to_string(plan.plan.year) + "年")) {
    page.due_sentence = due->words;
    page.due_article = article_link(due->article, plan.address_year);
  }
  page.previous = link_to(plan, task.seq.value - 1);
  page.next = link_to(plan, task.seq.value + 1);
  return page;
}

}  // namespace

http::Response show_task(const Visit& visit, Reader& db) {
  const auto plan = found(find_plan_year(db, chosen_year(visit, db)));
  const int seq = visit.request.number("seq");
  const auto task =
      std::find_if(plan.tasks.begin(), plan.tasks.end(), [&](const Task& one) { return one.seq.value == seq; });
  if (task == plan.tasks.end()) throw http::Stop(404, "任务分工表没有第 " + std::to_string(seq) + " 项。");
  const auto body = view::render(visit.site.templates, task_view(*task, plan));
  const auto title = "任务 " + std::to_string(seq) + " " + task->label;
  return public_page(in_layout(visit, db, {title, "task", plan.plan.year}, body));
}

}  // namespace sjsz
