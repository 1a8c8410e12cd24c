#include "routes.h"

#include "domain/rights.h"
#include "http/router.h"
#include "pages/account_pages.h"
#include "pages/asset_pages.h"
#include "pages/attachment_pages.h"
#include "pages/audit_api.h"
#include "pages/audit_pages.h"
#include "pages/calendar_setting_pages.h"
#include "pages/confirm_pages.h"
#include "pages/dev_pages.h"
#include "pages/dispatch_pages.h"
#include "pages/home_pages.h"
#include "pages/indicator_api.h"
#include "pages/indicator_pages.h"
#include "pages/ledger_pages.h"
#include "pages/link_pages.h"
#include "pages/operation_pages.h"
#include "pages/parked_pages.h"
#include "pages/password_pages.h"
#include "pages/period_pages.h"
#include "pages/plan_api.h"
#include "pages/plan_pages.h"
#include "pages/receipt_pages.h"
#include "pages/report_api.h"
#include "pages/report_pages.h"
#include "pages/review_pages.h"
#include "pages/session_pages.h"
#include "pages/setting_api.h"
#include "pages/setting_pages.h"
#include "pages/sign_in_pages.h"
#include "pages/task_api.h"
#include "pages/task_list_pages.h"
#include "pages/task_pages.h"
#include "pages/token_pages.h"
#include "pages/unit_api.h"
#include "pages/unit_pages.h"
#include "pages/unit_setting_pages.h"
#include "pages/user_batch_pages.h"
#include "pages/user_list_pages.h"
#include "pages/user_pages.h"

namespace sjsz {
namespace {

constexpr auto GET = http::Method::get;
constexpr auto POST = http::Method::post;
constexpr auto PUT = http::Method::put;

constexpr std::size_t kSignInBytes = 4 * 1024;
constexpr std::size_t kParkedBytes = 512 * 1024;
constexpr std::size_t kReportBytes = 512 * 1024;
constexpr std::size_t kUploadBytes = 64 * 1024 * 1024;

bool anyone(const Visitor&, const http::Request&) { return true; }

// A right that depends on the visitor alone, as the permission of a row.
template <bool (*right)(const Visitor&)>
bool may(const Visitor& visitor, const http::Request&) {
  return right(visitor);
}

constexpr auto plan_reader = may<may_read_plan>;
constexpr auto reporter = may<may_report>;
constexpr auto report_reader = may<may_read_reports>;
constexpr auto overseer = may<may_oversee>;
constexpr auto reviewer = may<may_review>;
constexpr auto session_owner = may<may_use_session>;
constexpr auto account_manager = may<may_manage_accounts>;
constexpr auto unit_manager = may<may_manage_units>;
constexpr auto auditor = may<may_read_audit>;

Route keeps_typed(Route route) {
  route.keeps_typed = true;
  return route;
}

Route recorded(const char* action, Route route) {
  route.recorded = action;
  return route;
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = {
      {GET, "/", {}, plan_reader, show_home},
      {GET, "/plan", {"year", "q"}, plan_reader, show_plan},
      {GET, "/indicators", {"year", "category", "kind"}, plan_reader, list_indicators},
      {GET, "/indicators/{seq:number}", {"year"}, plan_reader, show_indicator},
      {GET, "/tasks", {"year", "q", "unit", "role", "chapter"}, plan_reader, list_tasks},
      {GET, "/tasks/{seq:number}", {"year"}, plan_reader, show_task},
      {GET, "/units/{code:word}", {"year"}, plan_reader, show_unit},

      {GET, "/reports", {"period"}, reporter, show_ledger},
      {GET, "/reports/{period:month}/{task:number}/{unit:word}", {"done"}, report_reader, show_report},
      keeps_typed(
          {POST, "/reports/{period:month}/{task:number}/{unit:word}", {}, reporter, change_report, kReportBytes}),
      {GET, "/reports/{period:month}/narrative/{unit:word}", {"done"}, report_reader, show_report},
      keeps_typed({POST, "/reports/{period:month}/narrative/{unit:word}", {}, reporter, change_report, kReportBytes}),
      keeps_typed({POST,
                   "/reports/{period:month}/{task:number}/{unit:word}/attachments",
                   {},
                   reporter,
                   attach_files,
                   kUploadBytes}),
      keeps_typed({POST,
                   "/reports/{period:month}/narrative/{unit:word}/attachments",
                   {},
                   reporter,
                   attach_files,
                   kUploadBytes}),
      {GET, "/attachments/{id:word}", {}, report_reader, show_attachment},
      keeps_typed({POST, "/attachments/{id:word}/remove", {}, reporter, remove_attachment, kReportBytes}),
      {GET, "/reports/{period:month}/confirm", {}, reporter, show_confirm},
      {POST, "/reports/{period:month}/confirm", {}, reporter, submit_month, kReportBytes},
      {GET, "/receipts/{id:word}", {}, report_reader, show_receipt},

      {GET, "/login", {"next", "kept", "out"}, anyone, show_login},
      {POST, "/login", {}, anyone, sign_in, kSignInBytes, true},
      {POST, "/logout", {}, anyone, sign_out, kSignInBytes},
      {GET, "/setup", {"token"}, anyone, show_setup},
      {POST, "/setup", {}, anyone, set_up, kSignInBytes, true},
      {GET, "/reset", {"token"}, anyone, show_reset},
      {POST, "/reset", {}, anyone, reset_password, kSignInBytes, true},
      {GET, "/parked", {}, session_owner, show_parked_form},
      {POST, "/parked", {}, session_owner, resume_parked_form, kParkedBytes},
      {POST, "/parked/drop", {}, session_owner, drop_parked_form, kParkedBytes},

      {GET, "/account", {"done"}, session_owner, show_account},
      {POST, "/account/password", {}, session_owner, change_password, kSignInBytes, true},
      {POST, "/account/sessions/end", {}, session_owner, end_session, kSignInBytes},
      {POST, "/account/tokens", {}, session_owner, create_token, kSignInBytes},
      {POST, "/account/tokens/revoke", {}, session_owner, revoke_token, kSignInBytes},

      {GET, "/admin/users", {}, account_manager, list_users},
      {POST, "/admin/users", {}, account_manager, create_user},
      {POST, "/admin/users/preview", {}, account_manager, preview_users},
      {POST, "/admin/users/batch", {}, account_manager, create_users},
      {GET, "/admin/users/{name:file}", {"done"}, account_manager, show_user},
      {POST, "/admin/users/{name:file}/link", {}, account_manager, link_user},
      {POST, "/admin/users/{name:file}/disable", {}, account_manager, disable_user},
      {POST, "/admin/users/{name:file}/enable", {}, account_manager, enable_user},
      {POST, "/admin/users/{name:file}/role", {}, account_manager, change_user_role},

      {GET, "/admin/units", {}, unit_manager, list_unit_settings},
      {GET, "/admin/units/{code:word}", {"done", "about"}, unit_manager, show_unit_setting},
      {POST, "/admin/units/{code:word}/contact", {}, unit_manager, change_unit_contact},
      {POST, "/admin/units/{code:word}/members", {}, unit_manager, add_unit_member},
      {POST, "/admin/units/{code:word}/name", {}, unit_manager, rename_unit_member},
      {POST, "/admin/units/{code:word}/active", {}, unit_manager, change_unit_state},

      {GET, "/admin/calendar", {"year", "done"}, unit_manager, show_calendar_setting},
      {POST, "/admin/calendar/preview", {}, unit_manager, preview_calendar},
      {POST, "/admin/calendar", {}, unit_manager, change_calendar},

      {GET, "/settings", {"changed"}, unit_manager, list_settings},
      {GET, "/settings/{key:file}", {}, unit_manager, show_setting},
      {POST, "/settings/{key:file}", {}, unit_manager, change_setting},

      recorded("audit.read", {GET,
                              "/audit",
                              {"actor", "action", "outcome", "object", "from", "to", "before", "after"},
                              auditor,
                              show_audit}),
      recorded("audit.export",
               {GET, "/audit.csv", {"actor", "action", "outcome", "object", "from", "to"}, auditor, export_audit}),
      {POST, "/audit/verify", {"actor", "action", "outcome", "object", "from", "to"}, auditor, verify_audit},

      {GET, "/review", {"line", "against", "done", "about"}, reviewer, show_review},
      {GET, "/review/accept-clean", {}, reviewer, show_accept_clean},
      {POST, "/review/accept-clean", {}, reviewer, accept_clean},
      {POST, "/review/{period:month}/{task:number}/{unit:word}/accept", {}, reviewer, accept_line},
      {POST, "/review/{period:month}/{task:number}/{unit:word}/return", {}, reviewer, return_line},
      {GET, "/dispatch", {"period", "state", "reminded"}, overseer, show_dispatch},
      {POST, "/dispatch/{period:month}/{unit:word}/reminders", {}, reviewer, remind_unit},
      {GET, "/dispatch/{period:month}", {"done", "about"}, reviewer, show_period},
      {POST, "/dispatch/{period:month}/due", {}, reviewer, change_due_date},
      {POST, "/dispatch/{period:month}/close", {}, reviewer, close_one_period},
      {POST, "/dispatch/{period:month}/reopen", {}, reviewer, reopen_for_unit},
      {POST, "/dispatch/{period:month}/exemptions", {}, reviewer, exempt_one_line},
      {POST, "/dispatch/{period:month}/exemptions/lift", {}, reviewer, lift_one_exemption},

      {GET, "/api/v1/openapi.json", {}, anyone, show_openapi},
      {GET, "/api/v1/plan", {"year"}, plan_reader, show_plan_json},
      {GET, "/api/v1/indicators", {"year"}, plan_reader, list_indicators_json},
      {GET, "/api/v1/indicators/{seq:number}", {"year"}, plan_reader, show_indicator_json},
      {GET, "/api/v1/tasks", {"year", "unit", "role", "chapter"}, plan_reader, list_tasks_json},
      {GET, "/api/v1/units", {}, plan_reader, list_units_json},

      {GET, "/api/v1/settings", {}, unit_manager, list_settings_json},
      {PUT, "/api/v1/settings/{key:file}", {}, unit_manager, change_setting_json},
      recorded("audit.read", {GET, "/api/v1/audit", {"after"}, auditor, list_audit_json}),

      {GET, "/api/v1/reports", {"period", "unit"}, report_reader, list_reports_json},
      {GET, "/api/v1/reports/{period:month}/{task:number}/{unit:word}", {}, report_reader, show_report_json},
      {PUT, "/api/v1/reports/{period:month}/{task:number}/{unit:word}", {}, reporter, save_report_json, kReportBytes},
      {POST, "/api/v1/reports/{period:month}/{task:number}/{unit:word}/submit", {}, reporter, submit_report_json},
      {POST, "/api/v1/reports/{period:month}/{task:number}/{unit:word}/withdraw", {}, reporter, withdraw_report_json},
      {POST, "/api/v1/reports/{period:month}/{task:number}/{unit:word}/return", {}, reviewer, return_report_json},
      {POST, "/api/v1/reports/{period:month}/{task:number}/{unit:word}/accept", {}, reviewer, accept_report_json},
      {GET, "/api/v1/reports/{period:month}/narrative/{unit:word}", {}, report_reader, show_report_json},
      {PUT, "/api/v1/reports/{period:month}/narrative/{unit:word}", {}, reporter, save_report_json, kReportBytes},
      {POST, "/api/v1/reports/{period:month}/narrative/{unit:word}/submit", {}, reporter, submit_report_json},
      {POST, "/api/v1/reports/{period:month}/narrative/{unit:word}/withdraw", {}, reporter, withdraw_report_json},
      {POST, "/api/v1/reports/{period:month}/narrative/{unit:word}/return", {}, reviewer, return_report_json},
      {POST, "/api/v1/reports/{period:month}/narrative/{unit:word}/accept", {}, reviewer, accept_report_json},

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

bool is_page(std::string_view path) {
  static const http::Router pages = [] {
    http::Router router;
    for (const auto& route : routes()) {
      if (route.method == GET) router.add(GET, route.pattern, 0);
    }
    return router;
  }();
  return pages.match(GET, path).outcome == http::Router::Match::found;
}

}  // namespace sjsz
