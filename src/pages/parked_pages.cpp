#include "pages/parked_pages.h"

#include "pages/layout.h"
#include "storage/parked_store.h"
#include "view/links.h"
#include "view/parked_view.h"

namespace sjsz {
namespace {

constexpr const char* kNothing = "没有等待继续办理的提交。";

}  // namespace

http::Response show_parked_form(const Visit& visit, Reader& db) {
  const auto form = found(find_parked_form(db, visit.visitor.account->id), kNothing);
  view::ParkedView page;
  page.parked_at = business_minute(form.parked_at);
  for (auto& [name, value] : http::parse_form(form.body).value_or(http::Fields{})) page.fields.push_back({name, value});
  return http::html(in_layout(visit, db, {"没有办完的提交"}, view::render(visit.site.templates, page)));
}

http::Response resume_parked_form(const Visit& visit, Db& db) {
  const auto account = visit.visitor.account->id;
  const auto form = found(find_parked_form(*db.reader(), account), kNothing);
  db.write([&](Writer& writer) { delete_parked_form(writer, account); });
  http::Response response;
  response.status = 307;  // the browser sends the same form there
  response.header("Location", form.path);
  return response;
}

http::Response drop_parked_form(const Visit& visit, Db& db) {
  db.write([&](Writer& writer) { delete_parked_form(writer, visit.visitor.account->id); });
  return http::see_other(view::home_url());
}

}  // namespace sjsz
