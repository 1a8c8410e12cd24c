#include "routes.h"

#include "pages/asset_pages.h"
#include "pages/dev_pages.h"
#include "pages/home_pages.h"
#include "pages/indicator_api.h"
#include "pages/indicator_pages.h"
#include "pages/operation_pages.h"
#include "pages/plan_api.h"
#include "pages/plan_pages.h"
#include "pages/task_api.h"
#include "pages/task_list_pages.h"
#include "pages/task_pages.h"
#include "pages/unit_api.h"
#include "pages/unit_pages.h"

namespace sjsz {
namespace {

constexpr auto GET = http::Method::get;

bool anyone(const Visitor&, const http::Request&) { return true; }

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = {
      {GET, "/", {}, anyone, show_home},
      {GET, "/plan", {"year", "q"}, anyone, show_plan},
      {GET, "/indicators", {"year", "category", "kind"}, anyone, list_indicators},
      {GET, "/indicators/{seq:number}", {"year"}, anyone, show_indicator},
      {GET, "/tasks", {"year", "q", "unit", "role", "chapter"}, anyone, list_tasks},
      {GET, "/tasks/{seq:number}", {"year"}, anyone, show_task},
      {GET, "/units/{code:word}", {"year"}, anyone, show_unit},

      {GET, "/api/v1/openapi.json", {}, anyone, show_openapi},
      {GET, "/api/v1/plan", {"year"}, anyone, show_plan_json},
      {GET, "/api/v1/indicators", {"year"}, anyone, list_indicators_json},
      {GET, "/api/v1/indicators/{seq:number}", {"year"}, anyone, show_indicator_json},
      {GET, "/api/v1/tasks", {"year", "unit", "role", "chapter"}, anyone, list_tasks_json},
      {GET, "/api/v1/units", {}, anyone, list_units_json},

      {GET, "/web/{hash:word}/{name:file}", {}, anyone, show_asset},
      {GET, "/favicon.ico", {}, anyone, show_icon},
      {GET, "/healthz", {}, anyone, show_health},
  };
  return table;
}

const std::vector<Route>& dev_routes() {
  static const std::vector<Route> table = {
      {GET, "/dev", {}, anyone, list_views},
      {GET, "/dev/views/{view:file}/{example:number}", {}, anyone, show_view},
      {GET, "/dev/stamp", {}, anyone, show_stamp},
  };
  return table;
}

}  // namespace sjsz
