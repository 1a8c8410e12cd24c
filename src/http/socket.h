// Sockets as the front needs them: one that closes itself, one that listens. Numeric addresses and "localhost" alone:
// asking the system for names (getaddrinfo) aborts a statically linked program on some machines.
#pragma once
#include <string>
#include <utility>

namespace sjsz::http {

// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int number() const { return number_; }

 private:
  int number_;
};

// Listens at "127.0.0.1:8080", "[::1]:0" or "localhost:80". Throws std::runtime_error with one clear Chinese line.
Descriptor listen_at(const std::string& address);

// One new connection, not blocking, small packets sent at once; nothing (errno says why) if there is none.
std::pair<Descriptor, std::string> accept_from(const Descriptor& listener);  // with the client's numeric address

std::string local_address(const Descriptor& socket);  // "127.0.0.1:8080"

}  // namespace sjsz::http
