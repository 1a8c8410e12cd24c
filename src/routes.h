// The map of the product: every method and path with its permission and handler. A route without a permission does not
// exist.
#pragma once
#include <string_view>
#include <variant>
#include <vector>

#include "http/request.h"
#include "pages/page.h"

namespace sjsz {

// A GET handler reads; every other changes something, by one action in one transaction.
using Page = http::Response (*)(const Visit&, Reader&);
using Change = http::Response (*)(const Visit&, Db&);

struct Route {
  http::Method method;
  std::string_view pattern;  // http/router.h says how it is written
  std::vector<std::string_view>
      queries;  // those that the handler knows; others are not seen and do not count for caching
  bool (*may)(const Visitor&, const http::Request&);  // else: 303 to the login or 401 for nobody, 403 for somebody
  std::variant<Page, Change> handler;
  std::size_t most_body_bytes = 64 * 1024;
  bool secret = false;             // its body holds a password: never kept for after the next sign-in
  bool keeps_typed = false;        // its handler answers who sends too much itself, with what was typed
  const char* recorded = nullptr;  // reading it leaves an audit row with this action
};

const std::vector<Route>& routes();
const std::vector<Route>& dev_routes();  // with --dev alone

bool is_page(std::string_view path);  // a GET route answers to it: where a sign-in may lead

}  // namespace sjsz
