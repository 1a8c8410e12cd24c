// Numeric addresses of clients.
#pragma once
#include <string>
#include <string_view>

namespace sjsz::http {

// Who counts as one source: an IPv4 address, or the first 64 bits of an IPv6 one; anything else as it is.
std::string source_of(std::string_view address);

bool is_loopback(std::string_view address);  // 127.0.0.0/8, ::1

// "127.0.0.1:8080", "[::1]", "localhost:8080": a Host field that names this machine by itself.
bool names_loopback(std::string_view host);

}  // namespace sjsz::http
