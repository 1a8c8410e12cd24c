#include "pages/layout.h"

#include "storage/plan_store.h"
#include "storage/setting_store.h"
#include "view/layout_view.h"

namespace sjsz {

static view::LayoutView bare_layout(const Site& site, const std::string& title, std::string body) {
  view::LayoutView layout;
  layout.title = title;
  if (site.clock.pinned) layout.business_date = to_string(*site.clock.pinned);
  layout.as_of = business_minute(now());
  layout.style_url = site.asset_url("sjsz.css");
  if (site.dev) layout.reload_url = site.asset_url("reload.js");
  layout.body = std::move(body);
  return layout;
}

std::string in_layout(const Visit& visit, Reader& db, const Frame& frame, std::string body) {
  auto layout = bare_layout(visit.site, frame.title, std::move(body));
  layout.current = frame.current;
  layout.contact = find_setting(db, "contact").value_or("");
  if (const auto plan = frame.year ? find_plan_heading(db, frame.year) : std::nullopt) {
    layout.district = plan->district;
    layout.year = plan->year;
    layout.address_year = address_year(db, frame.year);
  }
  return view::render(visit.site.templates, layout);
}

std::string in_bare_layout(const Site& site, const std::string& title, std::string body) {
  return view::render(site.templates, bare_layout(site, title, std::move(body)));
}

int address_year(Reader& db, int year) { return find_current_year(db) == year ? 0 : year; }

}  // namespace sjsz
