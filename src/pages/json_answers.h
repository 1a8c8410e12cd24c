// What the handlers of the JSON API share: reading a body strictly, answering with problems (RFC 9457), and giving a
// repeated request the first answer again (Idempotency-Key).
#pragma once
#include <functional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "document/strict_json.h"
#include "pages/page.h"

namespace sjsz {

// `more`: members beside those that every problem has.
http::Response make_problem(const http::Request& request, int status, const std::string& detail,
                            const std::vector<WrongField>& fields, const Json& more = Json::object());

// The object that was sent as application/json: 415 for another kind of body, 400 for one that is not strict JSON.
Json body_of(const http::Request& request);

// What `read` makes of the body; 422 that names every field with a fault.
template <class Read>
auto read_body(const http::Request& request, Read read);
void refuse_faults(const std::vector<Fault>& faults);  // does nothing if there are none

// A change and its answer in one transaction; an unexpected answer rolls it back.
using ApiAnswer = tl::expected<http::Response, http::Response>;
http::Response answer_once(const Visit& visit, Db& db, const std::function<ApiAnswer(Writer&)>& change);

template <class Read>
auto read_body(const http::Request& request, Read read) {
  const Json body = body_of(request);
  std::vector<Fault> faults;
  auto value = read(Spot(body, "", faults));
  refuse_faults(faults);
  return value;
}

}  // namespace sjsz
