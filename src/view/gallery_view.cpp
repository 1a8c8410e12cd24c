#include "view/gallery_view.h"

#include "view/account_view.h"
#include "view/audit_view.h"
#include "view/calendar_setting_view.h"
#include "view/confirm_view.h"
#include "view/data.h"
#include "view/dispatch_view.h"
#include "view/error_view.h"
#include "view/example_texts.h"
#include "view/home_view.h"
#include "view/indicator_list_view.h"
#include "view/indicator_view.h"
#include "view/layout_view.h"
#include "view/ledger_view.h"
#include "view/login_view.h"
#include "view/parked_view.h"
#include "view/period_view.h"
#include "view/plan_view.h"
#include "view/receipt_view.h"
#include "view/report_form_view.h"
#include "view/report_view.h"
#include "view/review_view.h"
#include "view/settings_view.h"
#include "view/task_list_view.h"
#include "view/task_view.h"
#include "view/unit_setting_view.h"
#include "view/unit_view.h"
#include "view/user_views.h"

namespace sjsz::view {
namespace {

template <class View>
void add(std::vector<Example>& all, const std::string& name, const std::vector<View>& examples) {
  int number = 0;
  for (const auto& example : examples) {
    all.push_back({name, number++, [example](const Templates& templates) { return render(templates, example); }});
  }
}

}  // namespace

std::vector<Example> all_examples() {
  std::vector<Example> all;
  add(all, "accept_clean", accept_clean_examples());
  add(all, "calendar_preview", calendar_preview_examples());
  add(all, "calendar_setting", calendar_setting_examples());
  add(all, "confirm", confirm_examples());
  add(all, "account", account_examples());
  add(all, "dispatch", dispatch_examples());
  add(all, "audit", audit_examples());
  add(all, "error", error_examples());
  add(all, "gallery", gallery_examples());
  add(all, "home", home_examples());
  add(all, "home_empty", home_empty_examples());
  add(all, "indicator", indicator_examples());
  add(all, "indicator_list", indicator_list_examples());
  add(all, "layout", layout_examples());
  add(all, "ledger", ledger_examples());
  add(all, "login", login_examples());
  add(all, "parked", parked_examples());
  add(all, "password_form", password_form_examples());
  add(all, "period", period_examples());
  add(all, "plan", plan_examples());
  add(all, "receipt", receipt_examples());
  add(all, "report", report_examples());
  add(all, "report_form", report_form_examples());
  add(all, "review", review_examples());
  add(all, "setting_form", setting_form_examples());
  add(all, "settings", settings_examples());
  add(all, "slips", slips_examples());
  add(all, "task", task_examples());
  add(all, "task_list", task_list_examples());
  add(all, "unit", unit_examples());
  add(all, "unit_setting", unit_setting_examples());
  add(all, "unit_settings", unit_settings_examples());
  add(all, "user", user_examples());
  add(all, "user_list", user_list_examples());
  add(all, "user_preview", user_preview_examples());
  return all;
}

namespace {

Data item_data(const GalleryView::Item& item) {
  int number = 0;
  return Object()
      .text("view", item.view)
      .list("examples", item.urls,
            [&](const std::string& url) { return Object().text("number", number++).text("url", url).data(); })
      .data();
}

}  // namespace

std::string render(const Templates& templates, const GalleryView& view) {
  return templates.render("gallery", Object().list("items", view.items, item_data).data());
}

std::vector<GalleryView> gallery_examples() {
  return {{}, {{{"task", {"/dev/views/task/0", "/dev/views/task/1"}}}}, {{{hostile_text(), {hostile_url()}}}}};
}

}  // namespace sjsz::view
