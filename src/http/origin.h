// Whether a request that changes something was made by the portal's own page (docs/security.md, CSRF): no form token
// exists, so this is what keeps other sites from acting in a visitor's name.
#pragma once
#include "http/request.h"

namespace sjsz::http {

// (1) Sec-Fetch-Site, if present, is same-origin or none. (2) Origin, if present, is http:// or https:// and the Host
// field: TLS is spoken by a proxy in front, which the portal does not see. (3) With neither, no cookie came along.
bool is_own_origin(const Request& request);

}  // namespace sjsz::http
