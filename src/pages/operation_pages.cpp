#include "pages/operation_pages.h"

#include "storage/plan_store.h"

namespace sjsz {

http::Response show_health(const Visit&, Reader& db) {
  list_plan_years(db);  // throws if the database does not answer
  auto response = http::html("ok\n");
  response.content_type = "text/plain; charset=utf-8";
  return response;
}

}  // namespace sjsz
