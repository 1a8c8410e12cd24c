// A real Server on a free port, whose answers tell what it was asked.
#pragma once
#include <gtest/gtest.h>

#include <latch>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/finish.h"
#include "http/raw_client.h"
#include "http/server.h"

namespace sjsz::http {

class RunningServer : public testing::Test {
 protected:
  static constexpr std::size_t kLarge = 16 << 20;     // more than the kernel takes at once
  static constexpr std::size_t kBodyLimit = 4 << 20;  // but 10 bytes for /small

  void start(int threads = 2, Limits limits = {}, const std::string& address = "127.0.0.1:0") {
    server_ = std::make_unique<Server>(
        [this](const Request& request) { return answer(request); },
        [](const Request& head) { return Allowance{head.path == "/small" ? 10 : kBodyLimit}; },
        [this](const Request& known, int status) { return refuse(known, status); }, std::move(limits));
    server_->listen(address);
    running_ = std::thread([this, threads] { server_->run(threads); });
  }

  // Lets /slow answer, too.
  void stop() {
    release();
    if (!running_.joinable()) return;
    server_->stop();
    running_.join();
  }

  void TearDown() override { stop(); }

  RawClient connect() const { return RawClient(server_->address()); }

  // "GET /slow" waits until this.
  void release() {
    if (!released_.try_wait()) released_.count_down();
  }

  std::vector<std::string> seen() {
    const std::lock_guard lock(mutex_);
    return seen_;
  }

  std::vector<Request> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  std::latch slow_begun_{1};
  std::unique_ptr<Server> server_;
  std::thread running_;

 private:
  Response answer(const Request& request) {
    note(request, request.method_name);
    if (request.path == "/fault") throw std::runtime_error("fault of a test");
    if (request.path == "/slow") {
      slow_begun_.count_down();
      released_.wait();
    }
    if (request.path == "/large") return finish(request, html(std::string(kLarge, 'x')));
    auto response = html(request.path + " " + std::string(request.content()));
    response.keep = Keep::revalidate;
    response.close = request.path == "/close";
    return finish(request, response);
  }

  Response refuse(const Request& known, int status) {
    note(known, "refused");
    return finish(known, html("refused", status));
  }

  void note(const Request& request, const std::string& what) {
    const std::lock_guard lock(mutex_);
    seen_.push_back(what + " " + request.path);
    requests_.push_back(request);
  }

  std::latch released_{1};
  std::mutex mutex_;
  std::vector<std::string> seen_;
  std::vector<Request> requests_;
};

}  // namespace sjsz::http
