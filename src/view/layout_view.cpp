#include "view/layout_view.h"

#include "view/data.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts.h"

namespace sjsz::view {
namespace {

struct NavigationItem {
  const char* stem;
  const char* word;
  std::string url;
};

std::vector<NavigationItem> navigation(int year) {
  return {{"home", "首页", home_url()},
          {"plan", "方案", plan_url(year)},
          {"indicator", "指标", indicators_url(year)},
          {"task", "任务", tasks_url(year)}};
}

std::string place(const LayoutView& view) {
  return view.year == 0 ? "" : view.district + " " + std::to_string(view.year) + "年";
}

std::string contact_line(const std::string& contact) {
  return contact.empty() ? "联系方式由工作专班办公室在设置中填写" : contact;
}

}  // namespace

std::string render(const Templates& templates, const LayoutView& view) {
  const std::string portal = view.district + "“四减四增”任务指标调度系统";
  return templates.render("layout", Object()
                                        .text("head_title", view.title.empty() ? portal : view.title + " - " + portal)
                                        .text("home_url", home_url())
                                        .text("portal", portal)
                                        .optional_text("place", place(view))
                                        .list("navigation", navigation(view.address_year),
                                              [&](const NavigationItem& item) {
                                                return Object()
                                                    .text("word", item.word)
                                                    .text("url", item.url)
                                                    .flag("current", item.stem == view.current)
                                                    .data();
                                              })
                                        .flag("demo", view.demo)
                                        .optional_text("business_date", view.business_date)
                                        .text("contact", contact_line(view.contact))
                                        .text("as_of", view.as_of)
                                        .text("style_url", view.style_url)
                                        .optional_text("reload_url", view.reload_url)
                                        .text("body", view.body)
                                        .data());
}

std::vector<LayoutView> layout_examples() {
  const std::string body = "<h1>示例</h1>";
  LayoutView none;
  none.as_of = "2020-09-03 14:05";
  none.style_url = "sjsz.css";
  none.body = body;

  LayoutView one = none;
  one.title = "任务分工";
  one.current = "task";
  one.district = "历下区";
  one.year = 2020;

  LayoutView full = one;
  full.address_year = 2021;
  full.demo = true;
  full.business_date = "2020-09-03";
  full.contact = "工作专班办公室（市生态环境局历下分局）　0531-12345678";
  full.reload_url = "reload.js";

  LayoutView hostile = full;
  hostile.title = hostile.district = hostile.contact = hostile.as_of = hostile.business_date = hostile_text();
  hostile.style_url = hostile.reload_url = hostile_text();
  hostile.current = hostile_text();
  return {none, one, full, hostile};
}

}  // namespace sjsz::view
