// Which route a path belongs to. Knows patterns, not handlers: the table with handlers and permissions is src/routes.cpp.
// A pattern is literal segments and typed parameters: "/tasks/{seq:number}", "/reports/{period:month}/{task:number}/{unit:word}".
//   number  1 to 9 digits, no sign, no leading zero      word  1-40 of a-z 0-9 -      month  2020-08      file  1-80 of a-z A-Z 0-9 . _ -
// A parameter that is not of its kind does not match: 404, so handlers never see it. No regular expressions.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/request.h"

namespace sjsz::http {

class Router {
 public:
  // Throws std::logic_error for a malformed pattern or one that is there already with this method.
  void add(Method method, std::string_view pattern, std::size_t route);

  struct Match {
    enum { found, not_found, method_not_allowed } outcome = not_found;
    std::size_t route = 0;  // as given to add()
    std::vector<std::pair<std::string, std::string>> parameters;
    std::string allow;  // for method_not_allowed: "GET, HEAD, POST"
  };
  // HEAD is answered by the route of GET.
  Match match(Method method, std::string_view path) const;

 private:
  struct Segment {
    std::string text;  // literal, or the parameter's name
    enum Kind { literal, number, word, month, file } kind = literal;
  };
  struct Pattern {
    Method method;
    std::vector<Segment> segments;
    std::size_t route;
  };
  std::vector<Pattern> patterns_;
};

}  // namespace sjsz::http
