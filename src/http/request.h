// A request as the portal sees it: head checked, body received, path and query decoded. Pages know this type and never
// cpp-httplib.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"

namespace sjsz::http {

class Spool;

enum class Method { get, head, post, put, other };

// Names and values in the order in which they were sent.
using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::get;
  std::string method_name;           // as sent: for the log and for 405
  std::string path;                  // percent-decoded, clean UTF-8, begins with '/'
  Fields queries;                    // decoded; form rules ('+' is a space)
  Fields headers;                    // names in lower case, values trimmed, otherwise as sent
  std::string body;                  // empty if it was spooled
  std::shared_ptr<Spool> spooled;    // a large body, in a file
  std::string peer;                  // numeric address of the client
  std::shared_ptr<const void> hold;  // for as long as the request lasts: a place among the uploads
  std::string id;                    // of this request, in log and error pages

  // What the router found in the path, by the names of the pattern.
  Fields parameters;

  std::string_view content() const;                                    // the body, wherever it is
  std::string_view header(std::string_view lower_case_name) const;     // empty if absent
  std::optional<std::string_view> query(std::string_view name) const;  // the first of that name
  const std::string& parameter(std::string_view name) const;           // std::logic_error if the pattern has none such
  int number(std::string_view name) const;                             // of a {name:number}
  Month month(std::string_view name) const;                            // of a {name:month}
  bool reads_only() const { return method == Method::get || method == Method::head; }
};

// The bytes of one percent-encoded piece, or nothing if it is malformed, not UTF-8 or holds NUL. `form`: '+' is a
// space.
std::optional<std::string> decode_percent(std::string_view text, bool form);

// The fields of a query or of an urlencoded form ("a=1&b=2"); nothing if one is malformed as above or there are more
// than 200.
std::optional<Fields> parse_form(std::string_view text);

// A text for a path or query: everything but unreserved characters as %XX.
std::string encode_percent(std::string_view text);

}  // namespace sjsz::http
