#include "http/address.h"

#include <arpa/inet.h>

#include <cstring>

namespace sjsz::http {

std::string source_of(std::string_view address) {
  const std::string text(address);
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return text;
  if (IN6_IS_ADDR_V4MAPPED(&six)) return text.substr(text.rfind(':') + 1);
  std::memset(six.s6_addr + 8, 0, 8);
  char network[INET6_ADDRSTRLEN];
  return std::string(inet_ntop(AF_INET6, &six, network, sizeof network)) + "/64";
}

bool is_loopback(std::string_view address) {
  const std::string text(address);
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return ntohl(four.s_addr) >> 24 == 127;
  in6_addr six{};
  return inet_pton(AF_INET6, text.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

bool names_loopback(std::string_view host) {
  if (host.starts_with('[')) {
    const auto end = host.find(']');
    return end != host.npos && is_loopback(host.substr(1, end - 1));
  }
  const auto name = host.substr(0, host.find(':'));
  return name == "localhost" || is_loopback(name);
}

}  // namespace sjsz::http
