#include "view/home_view.h"

#include "base/decimal.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"
#include "view/words.h"

namespace sjsz::view {
namespace {

Data target_data(const HomeView::Target& target) {
  const bool bare_number = Decimal::parse(target.target_text).has_value();
  return Object()
      .text("name", target.name)
      .text("url", target.url)
      .text("target", target.target_text)
      .optional_text("unit", bare_number ? target.unit : "")
      .flag("monitored", target.monitored)
      .data();
}

Data category_data(const HomeView::Category& category) {
  return Object()
      .text("name", category.name)
      .text("url", category.url)
      .text("count", static_cast<int>(category.targets.size()))
      .list("targets", category.targets, target_data)
      .data();
}

Data task_data(const HomeView::Task& task) {
  return Object()
      .text("seq", task.seq)
      .text("label", task.label)
      .text("url", task.url)
      .list("leads", task.leads,
            [&](const std::string& name) {
              return Object().text("name", name).flag("more", &name != &task.leads.back()).data();
            })
      .data();
}

Data chapter_data(const HomeView::Chapter& chapter) {
  return Object()
      .text("title", chapter_mark(chapter.number) + chapter.title)
      .text("url", chapter.url)
      .text("count", static_cast<int>(chapter.tasks.size()))
      .list("tasks", chapter.tasks, task_data)
      .data();
}

struct Part {
  Role role;
  int count;
};

Data unit_data(const HomeView::Unit& unit) {
  std::vector<Part> parts = {
      {Role::lead, unit.lead}, {Role::sole, unit.sole}, {Role::joint, unit.joint}, {Role::support, unit.support}};
  std::erase_if(parts, [](const Part& part) { return part.count == 0; });
  return Object()
      .text("name", unit.name)
      .text("url", unit.url)
      .list("parts", parts,
            [&](const Part& part) {
              return Object()
                  .text("role", role_word(part.role))
                  .text("count", part.count)
                  .flag("more", &part != &parts.back())
                  .data();
            })
      .flag("no_parts", parts.empty())
      .data();
}

}  // namespace

std::string render(const Templates& templates, const HomeView& view) {
  Object page;
  add_todo(page, view.todo);
  page.text("audit_url", audit_url()).optional_text("audit_state", view.audit_state);
  return templates.render("home", page.text("district", view.district)
                                      .text("year", view.year)
                                      .text("plan_title", view.plan_title)
                                      .text("plan_url", view.plan_url)
                                      .text("indicators_url", view.indicators_url)
                                      .text("tasks_url", view.tasks_url)
                                      .text("indicator_count", view.assessed + view.monitored)
                                      .text("assessed", view.assessed)
                                      .text("monitored", view.monitored)
                                      .text("task_count", view.tasks)
                                      .text("assignment_count", view.assignments)
                                      .text("unit_count", static_cast<int>(view.units.size()))
                                      .text("chapter_count", view.chapters)
                                      .text("article_count", view.articles)
                                      .list("categories", view.categories, category_data)
                                      .list("chapters", view.with_tasks, chapter_data)
                                      .list("units", view.units, unit_data)
                                      .optional_text("rhythm", view.rhythm)
                                      .text("rhythm_article", view.rhythm_article.text)
                                      .text("rhythm_url", view.rhythm_article.url)
                                      .data());
}

std::string render(const Templates& templates, const HomeEmptyView&) {
  return templates.render("home_empty", Object().data());
}

std::vector<HomeEmptyView> home_empty_examples() { return {{}}; }

std::vector<HomeView> home_examples() {
  HomeView none;
  none.district = "历下区";
  none.year = 2020;
  none.plan_title = "济南市历下区深入推进“四减四增”三年行动 确保完成各项任务目标工作方案";
  none.plan_url = "/plan";
  none.indicators_url = "/indicators";
  none.tasks_url = "/tasks";

  HomeView one = none;
  one.assessed = one.tasks = one.assignments = one.chapters = one.articles = 1;
  one.categories = {
      {"产业结构", "/indicators", {{"第三产业增加值占地区生产总值比重", "/indicators/2", "57%", "%", false}}}};
  one.with_tasks = {
      {2, "聚焦新旧动能转换，加快调整产业结构", "/plan#c2", {{2, "高耗能行业布局", "/tasks/2", {"区发改局"}}}}};
  one.units = {{"区发改局", "/units/fagai", 1, 0, 0, 0}};

  HomeView full = one;
  full.audit_state = "最近一次核验：2020-09-03 14:05:07，auditor，链条完整。";
  full.assessed = 2;
  full.monitored = 1;
  full.tasks = 4;
  full.assignments = 10;
  full.articles = 19;
  full.chapters = 5;
  full.categories.push_back({"能源结构",
                             "/indicators",
                             {{"煤炭消费总量", "/indicators/6", "20.2382", "万吨", false},
                              {"可再生能源电力消纳责任权重", "/indicators/8", "——", "%", true}}});
  full.with_tasks.clear();
  full.with_tasks.push_back({3, "聚焦煤炭消费压减，加快调整能源结构", "/plan#c3", {}});
  for (const auto& task : example_tasks()) {
    full.with_tasks[0].tasks.push_back({task.seq, task.label, "/tasks/9", {"市生态环境局历下分局", "区交警大队"}});
  }
  full.units.push_back({"区政府办公室", "/units/zhengfuban", 0, 0, 0, 0});
  full.units.push_back({"市生态环境局历下分局", "/units/shengtai", 1, 2, 1, 5});
  full.rhythm = "严格落实月调度、季通报、年总结制度，每月初对上月工作进展情况进行调度，每季度通报一次工作进展情况。";
  full.rhythm_article = {"（十九）", "/plan#a19"};

  full.todo = {4,
               {{"退回修改", "ret", "8月 任务 5　传统行业绿色改造", "/reports/2020-08/5/fagai", "9月2日 16:48 退回"},
                {"待提交", "dra", "2020年8月填报还有 3 项没有提交", "/reports?period=2020-08", "还有 3 天截止"}}};

  HomeView hostile = full;
  hostile.todo.items = {{hostile_text(), "ret", hostile_text(), hostile_url(), hostile_text()}};
  hostile.district = hostile.plan_title = hostile.rhythm = hostile.rhythm_article.text = hostile_text();
  hostile.plan_url = hostile.indicators_url = hostile.tasks_url = hostile.rhythm_article.url = hostile_url();
  hostile.categories = {{hostile_text(), hostile_url(), {{hostile_text(), hostile_url(), hostile_text(), "", true}}}};
  hostile.with_tasks = {{99, hostile_text(), hostile_url(), {{1, hostile_text(), hostile_url(), {hostile_text()}}}}};
  hostile.units = {{hostile_text(), hostile_url(), -1, 0, 2147483, 0}};
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
