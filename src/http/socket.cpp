#include "http/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "base/text.h"

namespace sjsz::http {
namespace {

constexpr int kBacklog = 1024;
constexpr std::string_view kMappedIpv4 = "::ffff:";

sockaddr_storage parse_address(const std::string& address);
std::string host_of(const sockaddr_storage& address);
int port_of(const sockaddr_storage& address);
std::runtime_error cannot_listen(const std::string& address, int error);

void set_option(const Descriptor& socket, int level, int name, int value) {
  ::setsockopt(socket.number(), level, name, &value, sizeof value);
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Descriptor listen_at(const std::string& address) {
  const auto place = parse_address(address);
  Descriptor listener(::socket(place.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (listener.number() < 0) throw cannot_listen(address, errno);
  set_option(listener, SOL_SOCKET, SO_REUSEADDR, 1);  // not SO_REUSEPORT, which would hide a second server
  if (place.ss_family == AF_INET6) set_option(listener, IPPROTO_IPV6, IPV6_V6ONLY, 0);
  const auto size = static_cast<socklen_t>(place.ss_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in));
  if (::bind(listener.number(), reinterpret_cast<const sockaddr*>(&place), size) != 0 ||
      ::listen(listener.number(), kBacklog) != 0) {
    throw cannot_listen(address, errno);
  }
  return listener;
}

std::pair<Descriptor, std::string> accept_from(const Descriptor& listener) {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  Descriptor socket(
      ::accept4(listener.number(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
  if (socket.number() < 0) return {std::move(socket), ""};
  set_option(socket, IPPROTO_TCP, TCP_NODELAY, 1);
  return {std::move(socket), host_of(peer)};
}

std::string local_address(const Descriptor& socket) {
  sockaddr_storage place{};
  socklen_t size = sizeof place;
  ::getsockname(socket.number(), reinterpret_cast<sockaddr*>(&place), &size);
  const auto host = host_of(place);
  const auto shown = place.ss_family == AF_INET6 ? "[" + host + "]" : host;
  return shown + ":" + std::to_string(port_of(place));
}

namespace {

std::runtime_error malformed(const std::string& address) {
  return std::runtime_error("监听地址“" + address + "”不正确，应为数字地址加端口，例如 127.0.0.1:8080 或 [::1]:8080");
}

sockaddr_storage parse_address(const std::string& address) {
  const auto colon = address.rfind(':');
  if (colon == address.npos) throw malformed(address);
  const int port = parse_whole(std::string_view(address).substr(colon + 1));
  if (port < 0 || port > 65535) throw malformed(address);
  auto host = address.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";

  sockaddr_storage place{};
  if (host.starts_with('[') && host.ends_with(']')) {
    auto& ipv6 = reinterpret_cast<sockaddr_in6&>(place);
    ipv6.sin6_family = AF_INET6;
    ipv6.sin6_port = htons(static_cast<std::uint16_t>(port));
    if (::inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &ipv6.sin6_addr) == 1) return place;
  } else {
    auto& ipv4 = reinterpret_cast<sockaddr_in&>(place);
    ipv4.sin_family = AF_INET;
    ipv4.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::inet_pton(AF_INET, host.c_str(), &ipv4.sin_addr) == 1) return place;
  }
  throw malformed(address);
}

std::string host_of(const sockaddr_storage& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.ss_family == AF_INET6) {
    ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
    const std::string_view host = text;
    const bool ipv4 = host.starts_with(kMappedIpv4) && host.find('.') != host.npos;
    return std::string(ipv4 ? host.substr(kMappedIpv4.size()) : host);
  }
  ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
  return text;
}

int port_of(const sockaddr_storage& address) {
  return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                                             : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

std::runtime_error cannot_listen(const std::string& address, int error) {
  if (error == EADDRINUSE) return std::runtime_error("监听地址 " + address + " 已被占用，可能另一个服务正在运行");
  if (error == EACCES) return std::runtime_error("没有权限监听 " + address);
  if (error == EADDRNOTAVAIL) return std::runtime_error("本机没有地址 " + address);
  return std::runtime_error("无法监听 " + address + "：" + std::strerror(error));
}

}  // namespace
}  // namespace sjsz::http
