#include "view/task_view.h"

#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

std::string_view comparison_word(Comparison comparison) {
  switch (comparison) {
    case Comparison::below:
      return "低于";
    case Comparison::at_least:
      return "不低于";
    case Comparison::at_most:
      return "不高于";
    case Comparison::equal:
      return "为";
    case Comparison::yes:
      return "";
  }
  return {};
}

// 低于 310 克/千瓦时; what has no number is reported as 已达到 or 未达到.
std::string measure(const TaskView::Requirement& one) {
  if (!one.target) return "已达到";
  return std::string(comparison_word(one.comparison)) + " " + one.target->to_string() +
         (one.unit.empty() ? "" : " " + one.unit);
}

std::string time_limit(const TaskView::Requirement& one) {
  switch (one.kind) {
    case RequirementKind::level:
      return "始终保持";
    case RequirementKind::by_date:
      return one.date ? date_words(*one.date) + "前达到" : "年底前达到";
    case RequirementKind::from_date:
      return one.date ? "自" + date_words(*one.date) + "起执行" : "已经执行，方案未写明起始日期";
    case RequirementKind::each_month:
      return "每月开展，月份由工作专班办公室设置";
    case RequirementKind::cumulative:
      return one.date ? date_words(*one.date) + "前累计达到" : "年内累计达到";
  }
  return {};
}

Data requirement_data(const TaskView::Requirement& one) {
  return Object()
      .text("text", one.text)
      .text("sentence", one.sentence)
      .text("measure", measure(one))
      .text("limit", time_limit(one))
      .data();
}

Data article_link_data(const TaskView::Article& article) { return link_data(article.link); }

Data wording_data(const TaskView::Article& article, int seq) {
  return Object()
      .text("seq", seq)
      .text("mark", article.link.text)
      .text("url", article.link.url)
      .text("title", article.title)
      .list("annex", article.wordings.text, segment_data)
      .text("before", article.wordings.before)
      .list("article", article.wordings.article, segment_data)
      .text("after", article.wordings.after)
      .data();
}

std::vector<TaskView::Article> differing(const TaskView& view) {
  std::vector<TaskView::Article> found;
  for (const auto& article : view.articles) {
    if (!article.wordings.same()) found.push_back(article);
  }
  return found;
}

}  // namespace

std::string render(const Templates& templates, const TaskView& view) {
  const auto different = differing(view);
  return templates.render("task",
                          Object()
                              .text("seq", view.seq)
                              .text("year", view.year)
                              .text("label", view.label)
                              .text("tasks_url", tasks_url(view.address_year))
                              .text("chapter", view.chapter.text)
                              .text("chapter_url", view.chapter.url)
                              .list("segments", view.text, segment_data)
                              .list("articles", view.articles, article_link_data)
                              .flag("same", different.empty() && !view.articles.empty())
                              .flag("differs", !different.empty())
                              .list("wordings", different, [&](const auto& one) { return wording_data(one, view.seq); })
                              .flag("has_requirements", !view.requirements.empty())
                              .list("requirements", view.requirements, requirement_data)
                              .text("responsible", view.responsible_text)
                              .list("who", view.who, role_group_data)
                              .optional_text("due", view.due_sentence)
                              .text("due_article", view.due_article.text)
                              .text("due_url", view.due_article.url)
                              .list("previous", one_or_none(view.previous), link_data)
                              .list("next", one_or_none(view.next), link_data)
                              .data());
}

namespace {

TaskView example_of(const ExampleTask& task) {
  TaskView view;
  view.seq = task.seq;
  view.year = 2020;
  view.label = task.label;
  view.chapter = {"三、聚焦煤炭消费压减，加快调整能源结构", "/plan#c3"};
  view.text = plain(task.text);
  view.responsible_text = task.responsible_text;
  view.who = task.who;
  return view;
}

std::vector<TaskView::Requirement> example_requirements() {
  const Date end{2020, 12, 31};
  return {
      {"供电煤耗低于310克/千瓦时",
       "其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。",
       RequirementKind::level,
       Comparison::below,
       "克/千瓦时",
       Decimal::parse("310"),
       {}},
      {"死灰复燃为零", "坚决杜绝死灰复燃。", RequirementKind::level, Comparison::equal, "", Decimal::parse("0"), {}},
      {"淘汰老旧柴油车", "全区范围内淘汰。", RequirementKind::by_date, Comparison::yes, "", {}, end},
      {"限期达到", "限期达到。", RequirementKind::by_date, Comparison::yes, "", {}, {}},
      {"禁用国二以下机械", "禁止使用。", RequirementKind::from_date, Comparison::yes, "", {}, {}},
      {"禁用国三以下机械",
       "自2020年7月1日起，禁止使用。",
       RequirementKind::from_date,
       Comparison::yes,
       "",
       {},
       Date{2020, 7, 1}},
      {"每月检查", "每月做好监督检查。", RequirementKind::each_month, Comparison::yes, "", {}, {}},
      {"加油站全覆盖", "每年监督检测实现全覆盖。", RequirementKind::cumulative, Comparison::at_least, "%",
       Decimal::parse("100"), end},
      {"累计不高于", "累计不高于。", RequirementKind::cumulative, Comparison::at_most, "", Decimal::parse("1.50"), {}}};
}

}  // namespace

std::vector<TaskView> task_examples() {
  TaskView none = example_of(example_tasks()[0]);

  TaskView one = none;
  const std::string article = example_tasks()[0].text + std::string("（区发改局牵头，区工信局配合）");
  one.articles = {{{"（五）", "/plan#a5"}, "调整高耗能高排放产业结构布局", compare(example_tasks()[0].text, article)}};
  one.next = Link{"“两高”新增排放", "/tasks/3"};

  TaskView full = example_of(example_tasks()[1]);
  full.requirements = example_requirements();
  full.text = mark_all(example_tasks()[1].text, {full.requirements[0].sentence});
  full.articles = {{{"（十一）", "/plan#a11"},
                    "进一步压减煤炭消费量",
                    compare("严格执行全区煤炭消费压减工作总体要求，控制煤炭消费总量。",
                            "严格执行全区煤炭消费压减工作总体方案要求，控制煤炭消费总量。（区发改局牵头）")}};
  full.due_sentence = "确保2020年年底前全面完成各项任务目标";
  full.due_article = {"（十九）", "/plan#a19"};
  full.previous = Link{"“散乱污”整治", "/tasks/8"};
  full.next = Link{"煤改气煤改电", "/tasks/10"};

  TaskView hostile = full;
  const auto text = mark(hostile_text(), "<script>");
  hostile.label = hostile.responsible_text = hostile.due_sentence = hostile_text();
  hostile.chapter = hostile.due_article = {hostile_text(), hostile_url()};
  hostile.previous = hostile.next = Link{hostile_text(), hostile_url()};
  hostile.text = text;
  hostile.articles = {{{hostile_text(), hostile_url()}, hostile_text(), {text, hostile_text(), hostile_text(), text}}};
  hostile.who = {{Role::support, {{hostile_text(), hostile_url()}}}};
  hostile.requirements = {{hostile_text(),
                           hostile_text(),
                           RequirementKind::level,
                           Comparison::below,
                           hostile_text(),
                           Decimal::parse("0"),
                           {}}};
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
