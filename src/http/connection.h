// One client's connection: gathers a request, has it answered, sends the answer, and starts again. Never waits:
// on_ready() does what can be done now and says what to wait for. Used by one thread at a time; only deadline() and
// is_idle() may be read beside that.
#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "http/answer_writer.h"
#include "http/head.h"
#include "http/server.h"
#include "http/socket.h"

namespace sjsz::http {

// What all connections share.
struct Service {
  Handler handler;
  BodyLimit body_limit;
  Refusal refusal;
  Limits limits;
  std::string id_prefix;  // of request ids, another one for each run of the program
  std::atomic<std::uint64_t> requests{0};
  std::atomic<bool> stopping{false};  // each answer is its connection's last one
};

class Connection {
 public:
  using Clock = std::chrono::steady_clock;
  enum class Next { read, write, drop };

  Connection(Descriptor socket, std::string peer, Service& service);

  Next on_ready(AnswerWriter& writer);
  int socket() const { return socket_.number(); }
  Clock::time_point deadline() const { return deadline_; }  // of what is waited for
  bool is_idle() const { return idle_; }                    // nothing is under way: all that was asked is answered

 private:
  enum class Phase { idle, head, body, sending, lingering, over };

  void enter(Phase phase);
  void receive();
  bool advance(AnswerWriter& writer);
  bool take_head(AnswerWriter& writer);
  int body_fault();  // the status that refuses the body of this head; 0: it may come
  bool take_body(AnswerWriter& writer);
  bool spool_body(AnswerWriter& writer);
  void answer(AnswerWriter& writer, bool last);
  void refuse(AnswerWriter& writer, const Request& known, int status);
  bool send();
  bool linger();
  Next settle();
  std::size_t body_bytes() const;
  Clock::time_point time_out() const;
  void identify(Request& request);

  const Descriptor socket_;
  const std::string peer_;
  Service& service_;
  Phase phase_ = Phase::idle;
  Clock::time_point phase_began_ = Clock::now();
  std::string received_;      // and not yet taken
  std::optional<Head> head_;  // of the request whose body is awaited
  Answer answer_;
  std::size_t sent_ = 0;  // bytes of it
  bool last_ = false;     // the connection ends after it
  std::atomic<Clock::time_point> deadline_;
  std::atomic<bool> idle_{true};
};

}  // namespace sjsz::http
