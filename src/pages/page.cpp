#include "pages/page.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "domain/codes.h"
#include "pages/guards.h"
#include "storage/plan_store.h"

namespace sjsz {

std::string Site::asset_url(std::string_view name) const {
  for (const auto& asset : assets) {
    if (asset.name == name) return asset.url;
  }
  throw std::logic_error("no such asset: " + std::string(name));
}

int chosen_year(const Visit& visit, Reader& db) {
  const auto asked = visit.request.query("year").value_or("");
  if (asked.empty()) return found(find_current_year(db), "本系统还没有导入方案。");
  const auto years = list_plan_years(db);
  const int year = parse_whole(asked);
  if (std::find(years.begin(), years.end(), year) == years.end()) {
    throw WrongQuery("year", "没有这一年的方案。");
  }
  return year;
}

http::Response public_page(std::string html) {
  auto response = http::html(std::move(html));
  response.keep = http::Keep::revalidate;
  return response;
}

http::Response public_json(std::string json) {
  auto response = http::json(std::move(json));
  response.keep = http::Keep::revalidate;
  return response;
}

actions::Actor actor_of(const Visit& visit) {
  actions::Actor actor;
  if (const auto& account = visit.visitor.account) {
    actor.name = account->name;
    actor.role = to_code(account->role);
    if (account->unit) actor.unit = account->unit->value;
  }
  actor.via = visit.visitor.token ? "api:" + visit.visitor.token_id : "web";
  actor.source = visit.request.peer;
  actor.request_id = visit.request.id;
  if (visit.site.clock.pinned) actor.moment = visit.site.clock.moment();
  return actor;
}

void record_refused_access(const Visit& visit, Db& db) {
  visit.guards->refusals.record(db, actor_of(visit), "access.refused",
                                visit.request.method_name + " " + visit.request.path);
}

http::Fields form_of(const http::Request& request) {
  if (!request.body.empty() && !request.header("content-type").starts_with("application/x-www-form-urlencoded")) {
    throw http::Stop(415);
  }
  auto form = http::parse_form(request.body);
  if (!form) throw http::Stop(400);
  return std::move(*form);
}

std::string field_of(const http::Fields& form, std::string_view name) {
  const auto found = std::ranges::find(form, name, &http::Fields::value_type::first);
  return found == form.end() ? "" : found->second;
}

}  // namespace sjsz
