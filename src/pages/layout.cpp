#include "pages/layout.h"

#include "domain/rights.h"
#include "pages/todo.h"
#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "view/dispatch_view.h"
#include "view/fields.h"
#include "view/layout_view.h"
#include "view/links.h"
#include "view/report_links.h"
#include "view/review_links.h"

namespace sjsz {
namespace {

// The navigation: each item for those who may follow it.
std::vector<view::LayoutView::Item> navigation(const Visitor& visitor, const std::string& current, int year,
                                               const TodoCounts& todo = {}) {
  const struct {
    const char *stem, *word;
    bool (*may)(const Visitor&);
    std::string url;
    int todo = 0;
  } items[] = {
      {"home", "首页", may_read_plan, view::home_url()},
      {"plan", "方案", may_read_plan, view::plan_url(year)},
      {"indicator", "指标", may_read_plan, view::indicators_url(year)},
      {"task", "任务", may_read_plan, view::tasks_url(year)},
      {"review", "审核", may_review, view::review_url(), todo.review},
      {"dispatch", "调度台", may_oversee, view::dispatch_url()},
      {"ledger", "本月填报", may_report, view::ledger_url(), todo.report},
      {"setting", "设置", may_manage_units, view::settings_url()},
      {"user", "账号", may_manage_accounts, view::users_url()},
      {"audit", "审计", may_read_audit, view::audit_url()},
  };
  std::vector<view::LayoutView::Item> shown;
  for (const auto& item : items) {
    if (item.may(visitor)) shown.push_back({item.word, item.url, item.stem == current, item.todo});
  }
  return shown;
}

view::LayoutView bare_layout(const Site& site, const std::string& title, std::string body) {
  view::LayoutView layout;
  layout.title = title;
  layout.demo = site.demo;
  if (site.clock.pinned) layout.business_date = to_string(*site.clock.pinned);
  layout.as_of = business_minute(site.clock.moment());
  layout.style_url = site.asset_url("sjsz.css");
  if (site.dev) layout.reload_url = site.asset_url("reload.js");
  layout.body = std::move(body);
  return layout;
}

}  // namespace

std::string in_layout(const Visit& visit, Reader& db, const Frame& frame, std::string body) {
  auto layout = bare_layout(visit.site, frame.title, std::move(body));
  layout.door = frame.door;
  if (!frame.paper.empty()) layout.paper_url = visit.site.asset_url(frame.paper);
  layout.contact = find_setting(db, "contact").value_or("");
  for (const auto& wrong : visit.wrong)
    layout.faults.push_back({wrong.field == "year" ? "main" : view::id_of(wrong.field), wrong.message});
  const int year = frame.year != 0 ? frame.year : find_current_year(db).value_or(0);
  if (const auto plan = find_plan_heading(db, year)) {
    layout.district = plan->district;
    layout.year = plan->year;
    layout.address_year = address_year(db, year);
  }
  if (!frame.door) {
    layout.navigation = navigation(visit.visitor, frame.current, layout.address_year, count_todo(visit, db));
  }
  if (const auto& account = visit.visitor.account) {
    layout.user = {{visit.visitor.unit_name, account->display}};
    layout.script_url = visit.site.asset_url("sjsz.js");
  } else {
    layout.login_url = view::login_url();
  }
  return view::render(visit.site.templates, layout);
}

std::string in_bare_layout(const Site& site, const std::string& title, std::string body) {
  auto layout = bare_layout(site, title, std::move(body));
  layout.navigation = navigation({}, "", 0);
  return view::render(site.templates, layout);
}

int address_year(Reader& db, int year) { return find_current_year(db) == year ? 0 : year; }

}  // namespace sjsz
