#include "view/layout_view.h"

#include "view/data.h"
#include "view/example_texts.h"
#include "view/links.h"
#include "view/parts_data.h"

namespace sjsz::view {
namespace {

Data item_data(const LayoutView::Item& item) {
  return Object()
      .text("word", item.word)
      .text("url", item.url)
      .flag("current", item.current)
      .optional_text("todo", item.todo > 0 ? std::to_string(item.todo) : "")
      .data();
}

Data user_data(const LayoutView::User& user) {
  return Object()
      .text("account_url", account_url())
      .text("logout_url", logout_url())
      .optional_text("unit", user.unit)
      .text("display", user.display)
      .data();
}

// Who had the page made, for its paper; empty where nobody is signed in.
std::string maker(const std::optional<LayoutView::User>& user) {
  if (!user) return "";
  return user->unit.empty() ? user->display : user->unit + " " + user->display;
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
  Object page;
  add_faults(page, view.faults);
  return templates.render("layout", page.text("head_title", view.title.empty() ? portal : view.title + " - " + portal)
                                        .text("home_url", home_url())
                                        .text("portal", portal)
                                        .optional_text("place", place(view))
                                        .flag("door", view.door)
                                        .list("navigation", view.navigation, item_data)
                                        .list("users", one_or_none(view.user), user_data)
                                        .optional_text("maker", maker(view.user))
                                        .optional_text("login_url", view.login_url)
                                        .flag("demo", view.demo)
                                        .optional_text("business_date", view.business_date)
                                        .text("contact", contact_line(view.contact))
                                        .text("as_of", view.as_of)
                                        .text("style_url", view.style_url)
                                        .optional_text("paper_url", view.paper_url)
                                        .optional_text("script_url", view.script_url)
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
  one.login_url = "/login";
  one.navigation = {{"首页", "/"}, {"任务", "/tasks", true}};
  one.district = "历下区";
  one.year = 2020;

  LayoutView wrong = one;
  wrong.faults = {{"f-role", "没有这个角色，请重新选择。"}};

  LayoutView full = one;
  full.address_year = 2021;
  full.navigation = {{"首页", "/"},
                     {"方案", "/plan"},
                     {"指标", "/indicators"},
                     {"任务", "/tasks"},
                     {"本月填报", "/reports", false, 3}};
  full.user = {{"市生态环境局历下分局", "王欣"}};
  full.demo = true;
  full.business_date = "2020-09-03";
  full.contact = "工作专班办公室（市生态环境局历下分局）　0531-12345678";
  full.reload_url = "reload.js";
  full.paper_url = "landscape.css";
  full.script_url = "sjsz.js";

  LayoutView hostile = full;
  hostile.title = hostile.district = hostile.contact = hostile.as_of = hostile.business_date = hostile_text();
  hostile.style_url = hostile.reload_url = hostile.paper_url = hostile.script_url = hostile_text();
  hostile.navigation = {{hostile_text(), hostile_url(), true}};
  hostile.user = {{hostile_text(), hostile_text()}};

  LayoutView door = one;
  door.door = true;
  door.navigation.clear();
  door.body = "<div>" + body + "</div><form></form>";
  return {none, one, wrong, full, hostile, door};
}

}  // namespace sjsz::view
