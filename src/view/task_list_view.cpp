#include "view/task_list_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/segments.h"

namespace sjsz::view {
namespace {

// What was asked for, in words: “煤”、区发改局、牵头.
std::string condition(const TaskListView& view) {
  std::string words = view.q;
  for (const auto* options : {&view.units, &view.roles, &view.chapters}) {
    for (const auto& option : *options) {
      if (option.selected) words += (words.empty() ? "" : "、") + option.text;
    }
  }
  return words;
}

Data row_data(const TaskListView::Row& row) {
  return Object()
      .text("seq", row.seq)
      .text("url", row.url)
      .list("label", row.label, segment_data)
      .list("segments", row.text, segment_data)
      .list("who", row.who, role_group_data)
      .flag("responsible_found", count_marks(row.responsible_text) > 0)
      .list("responsible", row.responsible_text, segment_data)
      .list("requirements", row.requirements, plain_text)
      .flag("no_requirements", row.requirements.empty())
      .list("articles", row.articles, link_data)
      .data();
}

}  // namespace

std::string render(const Templates& templates, const TaskListView& view) {
  const auto asked = condition(view);
  return templates.render("task_list", Object()
                                           .text("annex_title", view.annex_title)
                                           .text("annex_url", view.annex_url)
                                           .flag("has_address_year", view.address_year != 0)
                                           .text("address_year", view.address_year)
                                           .text("q", view.q)
                                           .list("units", view.units, option_data)
                                           .list("roles", view.roles, option_data)
                                           .list("chapters", view.chapters, option_data)
                                           .text("tasks_url", tasks_url(view.address_year))
                                           .text("total", view.total)
                                           .text("assignments", view.assignments)
                                           .flag("filtered", !asked.empty())
                                           .text("condition", asked)
                                           .flag("none", view.rows.empty())
                                           .text("count", static_cast<int>(view.rows.size()))
                                           .list("rows", view.rows, row_data)
                                           .data());
}

std::vector<TaskListView> task_list_examples() {
  TaskListView none;
  none.annex_title = "济南市历下区深入推进“四减四增”三年行动任务分工表";
  none.annex_url = "/plan#annex";
  none.q = "地热";
  none.units = {{"fagai", "区发改局", true}, {"zhujian", "区住建局", false}};
  none.roles = {{"lead", "牵头", true}, {"support", "配合", false}};
  none.chapters = {{"2", "二、聚焦新旧动能转换，加快调整产业结构", false}};
  none.total = 16;
  none.assignments = 42;

  TaskListView all = none;
  all.q = "";
  all.units[0].selected = all.roles[0].selected = false;
  all.address_year = 2020;
  for (const auto& task : example_tasks()) {
    all.rows.push_back({task.seq,
                        "/tasks/9",
                        plain(task.label),
                        plain(task.text),
                        plain(task.responsible_text),
                        task.who,
                        {},
                        {{"（十一）", "/plan#a11"}}});
  }
  all.rows[1].requirements = {"改造后平均供电煤耗低于310克/千瓦时"};

  TaskListView one = none;
  one.q = "区发改局";
  one.rows = {all.rows[1]};
  one.rows[0].responsible_text = mark(example_tasks()[1].responsible_text, one.q);

  TaskListView hostile = all;
  const auto text = mark(hostile_text(), "<script>");
  hostile.annex_title = hostile.q = hostile_text();
  hostile.annex_url = hostile_url();
  hostile.units = hostile.roles = hostile.chapters = {{hostile_text(), hostile_text(), true}};
  hostile.rows = {{-1,
                   hostile_url(),
                   text,
                   text,
                   text,
                   {{Role::joint, {{hostile_text(), hostile_url()}}}},
                   {hostile_text()},
                   {{hostile_text(), hostile_url()}}}};
  return {none, one, all, hostile};
}

}  // namespace sjsz::view
