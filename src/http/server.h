// The HTTP front: one epoll shared by all threads gathers requests, so that idle and slow connections hold none; what
// is whole and within the limits goes to the handler. cpp-httplib writes the answers (process_request on a stream in
// memory) and reads nothing that a client sent. docs/security.md lists the holes of bare httplib that this closes.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "http/limits.h"
#include "http/request.h"
#include "http/response.h"

namespace sjsz::http {

// Answers are finished already (finish.h). None of these may throw; they are called by several threads.
using Handler = std::function<Response(const Request&)>;
// Bytes that a body may have; what is longer is refused with this status. A limit may leave something in `hold`.
struct Allowance {
  std::size_t bytes = 0;
  int refusal = 413;
};
using BodyLimit = std::function<Allowance(Request& head)>;
using Refusal =
    std::function<Response(const Request& what_is_known, int status)>;  // the page or problem for a refused request

class Server {
 public:
  Server(Handler handler, BodyLimit body_limit, Refusal refusal, Limits limits = {});
  ~Server();
  // "127.0.0.1:8080", "[::1]:0", "0.0.0.0:80"; port 0 takes a free one. Throws std::runtime_error with one clear
  // Chinese line if the address is malformed or in use (no SO_REUSEPORT: a second server on one port does not start).
  void listen(const std::string& address);
  std::string address() const;  // with the port that was taken
  void run(int threads);        // until stop()
  void stop();  // async-signal-safe: finishes the requests under way (10 s at most), refuses new ones, run() returns

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sjsz::http
