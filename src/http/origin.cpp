#include "http/origin.h"

#include "http/response.h"

namespace sjsz::http {

bool is_own_origin(const Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const auto origin = request.header("origin");
  if (origin.empty()) return !site.empty() || request.header("cookie").empty();
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme)) return same_text(origin.substr(scheme.size()), request.header("host"));
  }
  return false;
}

}  // namespace sjsz::http
