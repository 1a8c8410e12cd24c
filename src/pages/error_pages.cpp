#include "pages/error_pages.h"

#include <nlohmann/json.hpp>

#include "pages/layout.h"
#include "view/error_view.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

static http::Response show_problem(const http::Request& request, int status, const std::string& detail,
                                   const std::vector<WrongField>& fields) {
  Json errors = Json::array();
  for (const auto& field : fields) errors.push_back({{"field", field.field}, {"message", field.message}});
  const auto title = view::error_title(status);
  const auto usual = status >= 500 ? "请记下请求编号 " + request.id + "，告诉系统管理员。" : title + "。";
  auto response = http::json(Json{{"type", "about:blank"},
                                  {"title", title},
                                  {"status", status},
                                  {"detail", detail.empty() ? usual : detail},
                                  {"errors", std::move(errors)}}
                                 .dump(-1, ' ', false, Json::error_handler_t::replace),
                             status);
  response.content_type = "application/problem+json";
  if (status == 401) response.header("WWW-Authenticate", "Bearer");
  return response;
}

http::Response show_error(const Site& site, const http::Request& request, int status, const std::string& detail,
                          const std::vector<WrongField>& fields) {
  if (request.path.starts_with("/api/")) return show_problem(request, status, detail, fields);
  view::ErrorView error;
  error.status = status;
  error.detail = detail;
  error.request_id = request.id;
  return http::html(in_bare_layout(site, view::error_title(status), view::render(site.templates, error)), status);
}

}  // namespace sjsz
