// What every answer carries: security headers, Cache-Control, ETag and 304, compression. See docs/security.md for each
// header.
#pragma once
#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

namespace sjsz::http {

// Compresses (gzip, libdeflate) what is text and accepted, sets ETag over the whole answer where it may be kept,
// answers If-None-Match with 304, and adds the headers of docs/security.md; a header that the handler set stays as it
// is. HEAD keeps its headers; the server drops its body.
Response finish(const Request& request, Response response);

// 304 instead of `response` if the request shows that the client has it already (If-None-Match).
Response revalidate(const Request& request, Response response);

// gzip of `bytes`, level 1 (fast) to 12 (small).
std::string gzip(std::string_view bytes, int level);

bool accepts_gzip(const Request& request);

}  // namespace sjsz::http
