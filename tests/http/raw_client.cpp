#include "http/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <stdexcept>

namespace sjsz::http {
namespace {

Descriptor connect_to(const std::string& address) {
  const auto colon = address.rfind(':');
  const bool ipv6 = address.starts_with('[');
  Descriptor socket(::socket(ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const auto port = htons(static_cast<in_port_t>(std::stoi(address.substr(colon + 1))));
  sockaddr_in6 six{};
  sockaddr_in four{};
  six.sin6_family = AF_INET6;
  six.sin6_port = port;
  six.sin6_addr = in6addr_loopback;
  four.sin_family = AF_INET;
  four.sin_port = port;
  four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int failed = ipv6 ? ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&six), sizeof six)
                          : ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&four), sizeof four);
  if (failed) throw std::runtime_error("cannot connect to " + address);
  const timeval patience{30, 0};
  ::setsockopt(socket.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  return socket;
}

}  // namespace

std::string RawAnswer::header(std::string_view name) const {
  for (std::size_t at = head.find("\r\n"); at != head.npos; at = head.find("\r\n", at + 2)) {
    const auto line = std::string_view(head).substr(at + 2, head.find("\r\n", at + 2) - at - 2);
    if (line.size() < name.size() + 2 || line[name.size()] != ':') continue;
    if (strncasecmp(line.data(), name.data(), name.size()) == 0) return std::string(line.substr(name.size() + 2));
  }
  return "";
}

RawClient::RawClient(const std::string& address) : socket_(connect_to(address)) {}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

RawAnswer RawClient::read(bool head_only) {
  RawAnswer answer;
  std::size_t end;
  while ((end = received_.find("\r\n\r\n")) == received_.npos) {
    if (!receive()) return {};
  }
  answer.head = received_.substr(0, end + 4);
  received_.erase(0, end + 4);
  const auto length = answer.header("Content-Length");
  const std::size_t size = head_only || length.empty() ? 0 : std::stoul(length);
  while (received_.size() < size) {
    if (!receive()) return {};
  }
  answer.body = received_.substr(0, size);
  received_.erase(0, size);
  answer.status = std::stoi(answer.head.substr(9, 3));
  return answer;
}

RawAnswer RawClient::ask(std::string_view request) {
  send(request);
  return read();
}

std::string RawClient::read_to_end() {
  while (receive()) continue;
  return received_;
}

bool RawClient::has_input() const {
  char byte;
  return !received_.empty() || ::recv(socket_.number(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void RawClient::half_close() { ::shutdown(socket_.number(), SHUT_WR); }

bool RawClient::receive() {
  std::array<char, 65536> portion;
  const auto count = ::recv(socket_.number(), portion.data(), portion.size(), 0);
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server does not answer");
  if (count <= 0) return false;
  received_.append(portion.data(), static_cast<std::size_t>(count));
  return true;
}

}  // namespace sjsz::http
