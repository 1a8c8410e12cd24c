// The map of the product: every method and path with its permission and handler. A route without a permission does not
// exist.
#pragma once
#include <string_view>
#include <vector>

#include "http/request.h"
#include "pages/page.h"

namespace sjsz {

struct Route {
  http::Method method;
  std::string_view pattern;  // http/router.h says how it is written
  std::vector<std::string_view>
      queries;  // those that the handler knows; others are not seen and do not count for caching
  bool (*may)(const Visitor&, const http::Request&);
  http::Response (*page)(const Visit&, Reader&);
};

const std::vector<Route>& routes();
const std::vector<Route>& dev_routes();  // with --dev alone

}  // namespace sjsz
