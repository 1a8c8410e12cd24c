#include "http/connection.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <string_view>
#include <system_error>

#include "base/log.h"
#include "base/secret.h"
#include "http/spool.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kPortion = 64 * 1024;    // read at once; then others have their turn
constexpr std::size_t kKeptBuffer = 4 * 1024;  // an idle connection holds no more than this
constexpr const char* kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

bool must_wait() { return errno == EAGAIN || errno == EINTR; }

std::chrono::seconds time_for(std::size_t bytes, std::size_t bytes_per_second) {
  return std::chrono::seconds(bytes / bytes_per_second);
}

}  // namespace

Connection::Connection(Descriptor socket, std::string peer, Service& service)
    : socket_(std::move(socket)), peer_(std::move(peer)), service_(service), deadline_(time_out()) {}

Connection::Next Connection::on_ready(AnswerWriter& writer) {
  deadline_ = Clock::time_point::max();
  idle_ = false;
  if (phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::body) receive();
  while (advance(writer)) continue;
  return settle();
}

void Connection::enter(Phase phase) {
  phase_ = phase;
  phase_began_ = Clock::now();
}

void Connection::receive() {
  std::array<char, kPortion> portion;
  const auto count = ::recv(socket(), portion.data(), portion.size(), 0);
  if (count > 0) {
    received_.append(portion.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || !must_wait()) {
    enter(Phase::over);
  }
}

// Takes one step; false if none is possible until the socket is ready again.
bool Connection::advance(AnswerWriter& writer) {
  switch (phase_) {
    case Phase::idle:
      if (received_.empty()) return false;
      enter(Phase::head);
      return true;
    case Phase::head:
      return take_head(writer);
    case Phase::body:
      return take_body(writer);
    case Phase::sending:
      return send();
    case Phase::lingering:
      return linger();
    case Phase::over:
      return false;
  }
  return false;
}

bool Connection::take_head(AnswerWriter& writer) {
  const auto& limits = service_.limits;
  const auto end = find_head_end(received_, limits);
  if (end && *end == 0) return false;
  auto head = end ? parse_head(std::string_view(received_).substr(0, *end), limits) : tl::unexpected(end.error());
  if (!head) {
    auto known = known_request(received_, limits);
    identify(known);
    refuse(writer, known, head.error());
    return true;
  }
  received_.erase(0, *end);
  identify(head->request);
  head_ = std::move(*head);
  if (head_->request.method == Method::other) {
    answer(writer, head_->body_size > 0);  // there is no such method, so its body is not worth receiving
  } else if (const int fault = body_fault(); fault != 0) {
    refuse(writer, head_->request, fault);
  } else if (head_->expects_continue && received_.size() < head_->body_size) {
    answer_ = {kContinue, nullptr};
    enter(Phase::sending);
  } else {
    enter(Phase::body);
  }
  return true;
}

int Connection::body_fault() {
  if (head_->body_size == 0) return 0;
  const auto allowance = service_.body_limit(head_->request);
  return head_->body_size > allowance.bytes ? allowance.refusal : 0;
}

bool Connection::take_body(AnswerWriter& writer) {
  if (head_->body_size > service_.limits.body_bytes_in_memory) return spool_body(writer);
  if (received_.size() < head_->body_size) return false;
  auto& body = head_->request.body;
  body = std::move(received_);
  received_ = body.substr(head_->body_size);
  body.resize(head_->body_size);
  answer(writer, false);
  return true;
}

bool Connection::spool_body(AnswerWriter& writer) {
  try {
    auto& spool = head_->request.spooled;
    const auto& folder = service_.limits.spool_folder;
    if (!spool) spool = std::make_shared<Spool>(folder.empty() ? std::filesystem::temp_directory_path() : folder);
    const auto portion = std::min(received_.size(), head_->body_size - spool->size());
    spool->append(std::string_view(received_).substr(0, portion));
    received_.erase(0, portion);
    if (spool->size() < head_->body_size) return false;
  } catch (const std::system_error& fault) {
    log(LogLevel::error, "spool").text("what", fault.what());
    refuse(writer, head_->request, 507);
    return true;
  }
  answer(writer, false);
  return true;
}

void Connection::answer(AnswerWriter& writer, bool last) {
  const auto& request = head_->request;
  const auto response = service_.handler(request);
  last_ = last || response.close || !head_->keeps_alive || service_.stopping;
  answer_ = writer.write(response, request.method == Method::head, last_);
  wipe(head_->request.body);  // it may have held a password
  head_.reset();
  enter(Phase::sending);
}

// What else the client sent is not looked at: it may be the body of the refused request.
void Connection::refuse(AnswerWriter& writer, const Request& known, int status) {
  last_ = true;
  answer_ = writer.write(service_.refusal(known, status), known.method == Method::head, last_);
  head_.reset();
  enter(Phase::sending);
}

bool Connection::send() {
  const std::string_view head = answer_.head;
  const std::string_view body = answer_.body ? std::string_view(*answer_.body) : std::string_view{};
  const auto head_rest = head.substr(std::min(sent_, head.size()));
  const auto body_rest = body.substr(sent_ - (head.size() - head_rest.size()));
  std::array<iovec, 2> parts{{{const_cast<char*>(head_rest.data()), head_rest.size()},
                              {const_cast<char*>(body_rest.data()), body_rest.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  const auto count = ::sendmsg(socket(), &message, MSG_NOSIGNAL);
  if (count < 0) {
    if (must_wait()) return false;
    enter(Phase::over);
    return false;
  }
  sent_ += static_cast<std::size_t>(count);
  if (sent_ < head.size() + body.size()) return true;
  answer_ = {};
  sent_ = 0;
  if (last_) {
    // Closed at once, the connection would be reset by bytes that still arrive, and the client might lose the answer.
    ::shutdown(socket(), SHUT_WR);
    enter(Phase::lingering);
  } else {
    enter(head_ ? Phase::body : Phase::idle);
  }
  return true;
}

// Reads and forgets until the client ends the connection as well.
bool Connection::linger() {
  std::array<char, kPortion> portion;
  const auto count = ::recv(socket(), portion.data(), portion.size(), 0);
  if (count == 0 || (count < 0 && !must_wait())) enter(Phase::over);
  return false;
}

Connection::Next Connection::settle() {
  if (phase_ == Phase::over) return Next::drop;
  if (phase_ == Phase::idle && received_.capacity() > kKeptBuffer) std::string().swap(received_);
  deadline_ = time_out();
  idle_ = phase_ == Phase::idle || phase_ == Phase::lingering;
  return phase_ == Phase::sending ? Next::write : Next::read;
}

// How much of the body is here, in memory or in its file.
std::size_t Connection::body_bytes() const {
  const auto& spool = head_->request.spooled;
  return received_.size() + (spool ? spool->size() : 0);
}

Connection::Clock::time_point Connection::time_out() const {
  const auto& limits = service_.limits;
  const auto at_least = phase_began_ + limits.body_grace;
  switch (phase_) {
    case Phase::head:
      return phase_began_ + limits.head_time;
    case Phase::body:
      return std::min(phase_began_ + limits.body_time, at_least + time_for(body_bytes(), limits.body_bytes_per_second));
    case Phase::sending:
      return std::min(Clock::now() + limits.idle_time, at_least + time_for(sent_, limits.body_bytes_per_second));
    case Phase::lingering:
      return phase_began_ + limits.linger_time;
    case Phase::idle:
    case Phase::over:
      break;
  }
  return phase_began_ + limits.idle_time;
}

void Connection::identify(Request& request) {
  request.peer = peer_;
  char number[24];
  std::snprintf(number, sizeof number, "-%06llx", static_cast<unsigned long long>(++service_.requests));
  request.id = service_.id_prefix + number;
}

}  // namespace sjsz::http
