#include "pages/error_pages.h"

#include "pages/json_answers.h"
#include "pages/layout.h"
#include "view/error_view.h"

namespace sjsz {

http::Response show_error(const Site& site, const http::Request& request, int status, const std::string& detail,
                          const std::vector<WrongField>& fields) {
  if (request.path.starts_with("/api/")) return make_problem(request, status, detail, fields);
  view::ErrorView error;
  error.status = status;
  error.detail = detail;
  error.request_id = request.id;
  return http::html(in_bare_layout(site, view::error_title(status), view::render(site.templates, error)), status);
}

}  // namespace sjsz
