#include "pages/unit_pages.h"

#include <algorithm>

#include "pages/layout.h"
#include "pages/role_groups.h"
#include "storage/plan_year_query.h"
#include "view/links.h"
#include "view/segments.h"
#include "view/unit_view.h"
#include "view/words.h"

namespace sjsz {
namespace {

std::vector<view::UnitView::Part> parts_of(const Unit& unit, const PlanWithUnits& plan) {
  std::vector<view::UnitView::Part> parts;
  for (const Role role : {Role::lead, Role::sole, Role::joint, Role::support}) {
    view::UnitView::Part part{role, {}};
    for (const auto& task : plan.tasks) {
      const bool has_role = std::any_of(task.assignments.begin(), task.assignments.end(), [&](const Assignment& one) {
        return one.unit == unit.code && one.role == role;
      });
      if (!has_role) continue;
      part.tasks.push_back({task.seq.value, task.label, view::task_url(task.seq, plan.address_year), task.text,
                            role_groups(task, plan.units, plan.address_year, unit.code)});
    }
    if (!part.tasks.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

// Where the plan names the unit beside the tasks: an article with tasks names it for them.
std::vector<view::UnitView::Mention> mentions_of(const Unit& unit, const PlanWithUnits& plan) {
  std::vector<view::UnitView::Mention> mentions;
  const auto has_tasks = [&](const Article& article) {
    return std::any_of(plan.tasks.begin(), plan.tasks.end(), [&](const Task& task) {
      return std::count(task.articles.begin(), task.articles.end(), article.number) > 0;
    });
  };
  for (const auto& chapter : plan.plan.chapters) {
    for (const auto& article : chapter.articles) {
      if (has_tasks(article)) continue;
      for (const auto& sentence : list_sentences(article.text, unit.name)) {
        mentions.push_back({{view::article_mark(article.number), view::article_url(article.number, plan.address_year)},
                            article.title,
                            view::mark(sentence, unit.name)});
      }
    }
  }
  return mentions;
}

}  // namespace

http::Response show_unit(const Visit& visit, Reader& db) {
  const auto plan = found(find_plan_year(db, chosen_year(visit, db)));
  const auto& units = plan.units;
  const UnitCode code{visit.request.parameter("code")};
  const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.code == code; });
  if (unit == units.end()) throw http::Stop(404, "没有代码为“" + code.value + "”的单位。");

  view::UnitView page;
  page.name = unit->name;
  page.group = unit->group;
  page.place = static_cast<int>(unit - units.begin()) + 1;
  page.units = static_cast<int>(units.size());
  page.address_year = plan.address_year;
  page.tasks_url = view::with_query(view::tasks_url(plan.address_year), "unit", code.value);
  page.parts = parts_of(*unit, plan);
  page.mentions = mentions_of(*unit, plan);
  const auto link = [&](const Unit& one) { return view::Link{one.name, view::unit_url(one.code, plan.address_year)}; };
  if (unit != units.begin()) page.previous = link(*(unit - 1));
  if (unit + 1 != units.end()) page.next = link(*(unit + 1));
  const auto body = view::render(visit.site.templates, page);
  return public_page(in_layout(visit, db, {unit->name, "", plan.plan.year}, body));
}

}  // namespace sjsz
