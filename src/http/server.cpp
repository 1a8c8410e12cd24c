#include "http/server.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_map>

#include "base/log.h"
#include "base/random.h"
#include "http/connection.h"
#include "http/socket.h"

namespace sjsz::http {
namespace {

using namespace std::chrono_literals;

constexpr auto kSweepEvery = 250ms;
constexpr auto kAsksAgainWithin = 2ms;
constexpr auto kDrainEvery = 20ms;
constexpr auto kStopWithin = 10s;
constexpr std::size_t kOtherFiles = 64;  // descriptors left to the database and the rest of the program

std::size_t raise_file_limit();
Descriptor make_event();
void signal_event(const Descriptor& event);

// A connection and who works on it. The mutex is held from an event to the end of the call that arms the next one: the
// kernel hands the connection to one thread at a time, but neither the memory model nor a sanitizer knows that.
struct Client {
  Client(Descriptor socket, std::string peer, Service& service)
      : connection(std::move(socket), std::move(peer), service) {}
  std::mutex turn;
  Connection connection;
};

}  // namespace

class Server::Impl {
 public:
  Impl(Handler handler, BodyLimit body_limit, Refusal refusal, Limits limits)
      : service_{std::move(handler), std::move(body_limit), std::move(refusal), std::move(limits), random_hex(4)} {}

  void listen(const std::string& address) { listener_ = listen_at(address); }
  std::string address() const { return local_address(listener_); }
  void run(int threads);
  void stop() { signal_event(stop_asked_); }

 private:
  void work();
  void accept_clients();
  bool accept_some();
  bool has_place();
  void serve(Client& client, AnswerWriter& writer);
  bool asks_again(const Client& client) const;
  void admit(Descriptor socket, std::string peer);
  void drop(Client& client);
  void sweep();
  void drain();
  void watch(int operation, int file, std::uint32_t events, void* tag);
  void resume_accepting();
  void watch_listener();

  Service service_;
  Descriptor listener_;
  Descriptor stop_asked_ = make_event();
  Descriptor work_over_ = make_event();
  Descriptor epoll_{::epoll_create1(EPOLL_CLOEXEC)};
  const std::size_t most_clients_ = std::min(service_.limits.connections, raise_file_limit());
  std::atomic<int> waiting_ = 0;  // threads with nothing to do
  std::mutex mutex_;              // of what follows
  std::unordered_map<Client*, std::unique_ptr<Client>> clients_;
  bool accepting_ = true;
};

Server::Server(Handler handler, BodyLimit body_limit, Refusal refusal, Limits limits)
    : impl_(std::make_unique<Impl>(std::move(handler), std::move(body_limit), std::move(refusal), std::move(limits))) {}

Server::~Server() = default;

void Server::listen(const std::string& address) { impl_->listen(address); }

std::string Server::address() const { return impl_->address(); }

void Server::run(int threads) { impl_->run(threads); }

void Server::stop() { impl_->stop(); }

void Server::Impl::run(int threads) {
  watch(EPOLL_CTL_ADD, work_over_.number(), EPOLLIN, &work_over_);
  watch(EPOLL_CTL_ADD, listener_.number(), EPOLLIN | EPOLLONESHOT, &listener_);
  std::vector<std::thread> workers;
  for (int i = 0; i < threads; ++i) workers.emplace_back([this] { work(); });
  pollfd asked{stop_asked_.number(), POLLIN, 0};
  while (::poll(&asked, 1, kSweepEvery.count()) <= 0) sweep();
  drain();
  signal_event(work_over_);
  for (auto& worker : workers) worker.join();
  clients_.clear();
}

void Server::Impl::work() {
  AnswerWriter writer;
  for (;;) {
    epoll_event event{};
    // One event at a time: what waits behind a slow request is another thread's.
    ++waiting_;
    const int events = ::epoll_wait(epoll_.number(), &event, 1, -1);
    --waiting_;
    if (events != 1) continue;
    if (event.data.ptr == &work_over_) return;
    if (event.data.ptr == &listener_) {
      accept_clients();
    } else {
      serve(*static_cast<Client*>(event.data.ptr), writer);
    }
  }
}

void Server::Impl::serve(Client& client, AnswerWriter& writer) {
  std::unique_lock turn(client.turn);
  auto next = Connection::Next::drop;
  try {
    do next = client.connection.on_ready(writer);
    while (next == Connection::Next::read && asks_again(client));
  } catch (const std::exception& fault) {
    log(LogLevel::error, "connection").text("what", fault.what());
  }
  if (next == Connection::Next::drop) {
    turn.unlock();
    drop(client);
  } else {
    const auto events = next == Connection::Next::write ? EPOLLOUT : EPOLLIN;
    watch(EPOLL_CTL_MOD, client.connection.socket(), events | EPOLLONESHOT, &client);
  }
}

// Whether more arrives at once. A client that asks without a pause keeps its thread, and the scheduler gives all such
// clients their turns alike; handed from thread to thread, one in a hundred requests waited for a whole time slice
// (docs/performance.md). Not while every other thread is busy.
bool Server::Impl::asks_again(const Client& client) const {
  if (waiting_ == 0) return false;
  pollfd more{client.connection.socket(), POLLIN, 0};
  return ::poll(&more, 1, kAsksAgainWithin.count()) > 0;
}

void Server::Impl::accept_clients() {
  bool more = false;
  try {
    more = accept_some();
  } catch (const std::exception& fault) {
    log(LogLevel::error, "accept").text("what", fault.what());
  }
  const std::lock_guard lock(mutex_);
  accepting_ = more;
  if (more) watch_listener();
}

// False if no more can be accepted until a client is dropped; the sweeper tries again, too.
bool Server::Impl::accept_some() {
  constexpr int portion = 64;
  for (int i = 0; i < portion; ++i) {
    if (service_.stopping || !has_place()) return false;
    auto [socket, peer] = accept_from(listener_);
    if (socket.number() >= 0) {
      admit(std::move(socket), std::move(peer));
    } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      return false;
    } else if (errno != ECONNABORTED && errno != EINTR) {
      return true;
    }
  }
  return true;
}

bool Server::Impl::has_place() {
  const std::lock_guard lock(mutex_);
  return clients_.size() < most_clients_;
}

void Server::Impl::admit(Descriptor socket, std::string peer) {
  auto client = std::make_unique<Client>(std::move(socket), std::move(peer), service_);
  const std::lock_guard turn(client->turn);
  watch(EPOLL_CTL_ADD, client->connection.socket(), EPOLLIN | EPOLLONESHOT, client.get());
  const std::lock_guard lock(mutex_);
  clients_.emplace(client.get(), std::move(client));
}

void Server::Impl::drop(Client& client) {
  {
    const std::lock_guard lock(mutex_);
    const auto gone = clients_.extract(&client);
  }
  resume_accepting();
}

void Server::Impl::resume_accepting() {
  const std::lock_guard lock(mutex_);
  if (accepting_ || clients_.size() >= most_clients_) return;
  accepting_ = true;
  watch_listener();
}

// Wakes the connections whose time is over: their next read says that they are at their end.
void Server::Impl::sweep() {
  {
    const auto now = Connection::Clock::now();
    const std::lock_guard lock(mutex_);
    for (const auto& [client, owner] : clients_) {
      if (client->connection.deadline() < now) ::shutdown(client->connection.socket(), SHUT_RDWR);
    }
  }
  resume_accepting();
}

// Answers what is under way, and lets go of who asks for nothing.
void Server::Impl::drain() {
  service_.stopping = true;
  ::shutdown(listener_.number(), SHUT_RDWR);
  const auto end = Connection::Clock::now() + kStopWithin;
  for (bool over = false; !over; std::this_thread::sleep_for(kDrainEvery)) {
    const auto now = Connection::Clock::now();
    const std::lock_guard lock(mutex_);
    for (const auto& [client, owner] : clients_) {
      // A request that arrives at this moment can still be read and answered.
      if (client->connection.is_idle()) ::shutdown(client->connection.socket(), SHUT_RD);
      if (std::min(client->connection.deadline(), end) < now) ::shutdown(client->connection.socket(), SHUT_RDWR);
    }
    over = clients_.empty() || now > end;
  }
}

void Server::Impl::watch(int operation, int file, std::uint32_t events, void* tag) {
  epoll_event event{};
  event.events = events;
  event.data.ptr = tag;
  if (::epoll_ctl(epoll_.number(), operation, file, &event) != 0) {
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }
}

void Server::Impl::watch_listener() { watch(EPOLL_CTL_MOD, listener_.number(), EPOLLIN | EPOLLONESHOT, &listener_); }

namespace {

// How many connections may be open at once, after asking the system for all it gives.
std::size_t raise_file_limit() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  return std::max<std::size_t>(limit.rlim_cur, 2 * kOtherFiles) - kOtherFiles;
}

Descriptor make_event() { return Descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

// Nothing but a write: also called from signal handlers.
void signal_event(const Descriptor& event) {
  const std::uint64_t one = 1;
  if (::write(event.number(), &one, sizeof one) < 0) return;
}

}  // namespace
}  // namespace sjsz::http
