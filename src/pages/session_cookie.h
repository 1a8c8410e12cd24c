// The cookie of a session (docs/security.md): set at sign-in, dropped at sign-out.
#pragma once
#include <string>
#include <string_view>

#include "http/response.h"

namespace sjsz {

inline constexpr std::string_view kSessionCookie = "sjsz_session";

inline std::string session_cookie(const std::string& id, const char* lifetime) {
  std::string cookie(kSessionCookie);
  cookie.append("=").append(id).append(lifetime).append("; HttpOnly; SameSite=Lax; Path=/");
  return cookie;
}

inline void set_session_cookie(http::Response& response, const std::string& id) {
  response.header("Set-Cookie", session_cookie(id, ""));
}

inline void drop_session_cookie(http::Response& response) {
  response.header("Set-Cookie", session_cookie("", "; Max-Age=0"));
}

}  // namespace sjsz
