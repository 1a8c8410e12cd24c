// Which route a path belongs to. Knows patterns, not handlers: the table with handlers and permissions is
// src/routes.cpp. A pattern is literal segments and typed parameters: "/tasks/{seq:number}",
// "/reports/{period:month}/{task:number}/{unit:word}".
//   number  1 to 9 digits, no sign, no leading zero    word  1-40 of a-z 0-9 -    month  2020-08
//   file    1-80 of a-z A-Z 0-9 . _ -, the first not a point
// A parameter that is not of its kind does not match: 404, so handlers never see it. Where a literal and a parameter
// both fit, the literal wins. No regular expressions.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace sjsz::http {

// One piece of a pattern between slashes.
struct PatternSegment {
  enum Kind { literal, number, word, month, file } kind = literal;
  std::string text;  // literal, or the parameter's name
};

class Router {
 public:
  // Throws std::logic_error for a malformed pattern or one that is there already with this method.
  void add(Method method, std::string_view pattern, std::size_t route);

  struct Match {
    enum { found, not_found, method_not_allowed } outcome = not_found;
    std::size_t route = 0;  // as given to add()
    Fields parameters;
    std::string allow;  // for method_not_allowed: "GET, HEAD, POST"
  };
  // HEAD is answered by the route of GET.
  Match match(Method method, std::string_view path) const;

 private:
  struct Pattern {
    Method method;
    std::vector<PatternSegment> segments;
    std::size_t route;
  };
  std::vector<Pattern> patterns_;  // literals before parameters, so that the first that fits wins
};

}  // namespace sjsz::http
