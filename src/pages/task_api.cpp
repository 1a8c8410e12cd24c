#include "pages/task_api.h"

#include <nlohmann/json.hpp>

#include "domain/codes.h"
#include "pages/task_query.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

static Json requirement_json(const Requirement& requirement) {
  return {{"key", requirement.key},
          {"text", requirement.text},
          {"sentence", requirement.sentence},
          {"kind", to_code(requirement.kind)},
          {"type", to_code(requirement.type)},
          {"unit", requirement.unit.empty() ? Json(nullptr) : Json(requirement.unit)},
          {"comparison", to_code(requirement.comparison)},
          {"target", requirement.target ? Json(requirement.target->to_string()) : Json(nullptr)},
          {"date", requirement.date ? Json(to_string(*requirement.date)) : Json(nullptr)}};
}

// Progress is not part of the published plan: those fields are null without a login.
static Json task_json(const Task& task, const std::vector<Unit>& units) {
  Json articles = Json::array(), assigned = Json::array(), requirements = Json::array();
  for (const auto& article : task.articles) articles.push_back(article.value);
  for (const auto& assignment : task.assignments) {
    assigned.push_back({{"code", assignment.unit.value},
                        {"name", name_of(units, assignment.unit)},
                        {"role", to_code(assignment.role)}});
  }
  for (const auto& requirement : task.requirements) requirements.push_back(requirement_json(requirement));
  return {{"seq", task.seq.value},
          {"label", task.label},
          {"text", task.text},
          {"responsible_text", task.responsible_text},
          {"articles", std::move(articles)},
          {"units", std::move(assigned)},
          {"requirements", std::move(requirements)},
          {"light", nullptr},
          {"light_reason", nullptr},
          {"provisional", nullptr},
          {"recovered", nullptr}};
}

http::Response list_tasks_json(const Visit& visit, Reader& db) {
  const auto plan = found(find_plan_year(db, chosen_year(visit, db)));
  const auto filter = checked_task_filter(visit.request, plan);
  Json items = Json::array();
  for (const auto& task : filter_tasks(plan.tasks, filter, plan.plan)) items.push_back(task_json(task, plan.units));
  const auto total = items.size();
  return public_json(Json{{"items", std::move(items)}, {"total", total}}.dump());
}

}  // namespace sjsz
