#include "view/unit_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

Data task_data(const UnitView::Task& task) {
  return Object()
      .text("seq", task.seq)
      .text("label", task.label)
      .text("url", task.url)
      .text("text", task.text)
      .flag("alone", task.others.empty())
      .list("who", task.others, role_group_data)
      .data();
}

Data part_data(const UnitView::Part& part) {
  return Object()
      .text("role", role_name(part.role))
      .text("count", static_cast<int>(part.tasks.size()))
      .list("tasks", part.tasks, task_data)
      .data();
}

Data mention_data(const UnitView::Mention& mention) {
  return Object()
      .text("mark", mention.article.text)
      .text("url", mention.article.url)
      .text("title", mention.title)
      .list("segments", mention.sentence, segment_data)
      .data();
}

// 牵头 2 项，独立负责 2 项，配合 5 项
std::string summary(const UnitView& view) {
  std::string words;
  for (const auto& part : view.parts) {
    if (!words.empty()) words += "，";
    words += std::string(role_name(part.role)) + " " + std::to_string(part.tasks.size()) + " 项";
  }
  return words;
}

}  // namespace

std::string render(const Templates& templates, const UnitView& view) {
  return templates.render("unit", Object()
                                      .text("name", view.name)
                                      .flag("group", view.group)
                                      .text("place", view.place)
                                      .text("units", view.units)
                                      .text("all_tasks_url", tasks_url(view.address_year))
                                      .text("units_url", home_url() + "#units")
                                      .text("tasks_url", view.tasks_url)
                                      .flag("has_tasks", !view.parts.empty())
                                      .text("summary", summary(view))
                                      .list("parts", view.parts, part_data)
                                      .flag("has_mentions", !view.mentions.empty())
                                      .list("mentions", view.mentions, mention_data)
                                      .list("previous", one_or_none(view.previous), link_data)
                                      .list("next", one_or_none(view.next), link_data)
                                      .data());
}

std::vector<UnitView> unit_examples() {
  UnitView none;
  none.name = "区政府办公室";
  none.place = 1;
  none.units = 15;
  none.tasks_url = "/tasks";

  UnitView one = none;
  one.name = "各街道办事处";
  one.group = true;
  one.place = 15;
  const auto& alone = example_tasks()[2];
  one.parts = {{Role::sole, {{alone.seq, alone.label, "/tasks/11", alone.text, {}}}}};
  one.previous = Link{"区行政审批局", "/units/shenpi"};

  UnitView full = none;
  full.name = "区发改局";
  full.place = 3;
  const auto& led = example_tasks()[1];
  const auto& shared = example_tasks()[3];
  full.parts = {{Role::lead, {{led.seq, led.label, "/tasks/9", led.text, {led.who[1]}}}},
                {Role::support, {{shared.seq, shared.label, "/tasks/14", shared.text, shared.who}}}};
  full.mentions = {
      {{"（十七）", "/plan#a17"}, "加强组织领导", mark("由区政府办公室牵头，协调推进解决重要问题。", "区政府办公室")}};
  full.previous = Link{"区工信局", "/units/gongxin"};
  full.next = Link{"区应急管理局", "/units/yingji"};

  UnitView hostile = full;
  const auto text = mark(hostile_text(), "<script>");
  hostile.name = hostile_text();
  hostile.group = true;
  hostile.tasks_url = hostile_url();
  hostile.parts = {
      {Role::joint,
       {{1, hostile_text(), hostile_url(), hostile_text(), {{Role::lead, {{hostile_text(), hostile_url()}}}}}}}};
  hostile.mentions = {{{hostile_text(), hostile_url()}, hostile_text(), text}};
  hostile.previous = hostile.next = Link{hostile_text(), hostile_url()};
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
