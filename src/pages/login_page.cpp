#include "pages/login_page.h"

#include <algorithm>

#include "pages/layout.h"
#include "storage/period_rules_query.h"
#include "storage/plan_store.h"
#include "view/links.h"

namespace sjsz {

http::Response login_page(const Visit& visit, Reader& db, view::LoginView login, int status) {
  const auto year = find_current_year(db);
  if (const auto plan = year ? find_plan_heading(db, *year) : std::nullopt) login.district = plan->district;
  const auto today = visit.site.clock.today();
  const auto days = due_days(plus_months({today.year, today.month}, -1), find_period_rules(db));
  login.due_day = days.lead;
  login.supporting_due_day = days.supporting;
  login.plan_is_public = visit.visitor.plan_is_public;
  const auto body = view::render(visit.site.templates, login);
  return http::html(in_layout(visit, db, {.title = "登录", .year = year.value_or(0), .door = true}, body), status);
}

std::string target_of(const Visit& visit, const std::string& next) {
  const auto is_plain = [](unsigned char c) { return c > 0x20 && c < 0x7f && c != '\\'; };
  const auto path = http::decode_percent(next.substr(0, next.find_first_of("?#")), false);
  const bool own = next.starts_with('/') && !next.starts_with("//") && std::ranges::all_of(next, is_plain) && path &&
                   visit.site.is_page(*path);
  return own ? next : view::home_url();
}

}  // namespace sjsz
