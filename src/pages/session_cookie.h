// The cookie of a session (docs/security.md): set at sign-in, dropped at sign-out.
#pragma once
#include <string>
#include <string_view>

#include "http/response.h"

namespace sjsz {

inline constexpr std::string_view kSessionCookie = "sjsz_session";

inline void set_session_cookie(http::Response& response, const std::string& id) {
  response.header("Set-Cookie", std::string(kSessionCookie) + "=" + id + "; HttpOnly; SameSite=Lax; Path=/");
}

inline void drop_session_cookie(http::Response& response) {
  response.header("Set-Cookie", std::string(kSessionCookie) + "=; Max-Age=0; HttpOnly; SameSite=Lax; Path=/");
}

}  // namespace sjsz
