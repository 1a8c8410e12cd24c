// The head of a request (request line and header fields), read as strictly as RFC 9110 and 9112 allow: what two
// programs could understand in two ways is refused. Pure: bytes in; a Head, or the status to refuse it with, out.
#pragma once
#include <cstddef>
#include <string_view>
#include <tl/expected.hpp>

#include "http/limits.h"
#include "http/request.h"

namespace sjsz::http {

struct Head {
  Request request;  // all but body, peer and id
  std::size_t body_size = 0;
  bool keeps_alive = false;       // the client would send another request
  bool expects_continue = false;  // the client waits for 100 before it sends the body
};

// How many of the received bytes are the head, with its empty line; 0 while it is not whole. 400, 414 or 431 as soon as
// it cannot become one that would be accepted.
tl::expected<std::size_t, int> find_head_end(std::string_view received, const Limits& limits);

// `head` is what find_head_end() counted. Refused with 400, 411, 414, 415, 417, 431 or 505.
tl::expected<Head, int> parse_head(std::string_view head, const Limits& limits);

// Method, path and queries of a head that is refused, as far as they can be read: enough to choose between page and
// API.
Request known_request(std::string_view received, const Limits& limits);

}  // namespace sjsz::http
