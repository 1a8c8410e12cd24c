#include "http/answer_writer.h"

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace sjsz::http {
namespace {

constexpr std::string_view kRequest = "GET / HTTP/1.1\r\n\r\n";

// Gives httplib the constant request and takes its answer.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string& written) : written_(written) {}
  bool is_readable() const override { return !unread_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* bytes, std::size_t most) override {
    const auto count = std::min(most, unread_.size());
    std::memcpy(bytes, unread_.data(), count);
    unread_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* bytes, std::size_t count) override {
    written_.append(bytes, count);
    return static_cast<ssize_t>(count);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return 0; }

 private:
  std::string_view unread_ = kRequest;
  std::string& written_;
};

// As RFC 9110 §5.6.7 wants it, whatever the locale.
std::string http_date(std::chrono::sys_seconds at) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT", days[std::chrono::weekday(day).c_encoding()],
                static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text;
}

}  // namespace

class AnswerWriter::Impl : private httplib::Server {
 public:
  Impl() {
    set_pre_routing_handler([this](const httplib::Request&, httplib::Response& response) {
      fill(response);
      return HandlerResponse::Handled;
    });
    set_post_routing_handler([this](const httplib::Request&, httplib::Response& response) { correct(response); });
  }

  Answer write(const Response& response, bool head_only, bool close) {
    response_ = &response;
    close_ = close;
    Answer answer;
    answer.head.reserve(1024);
    MemoryStream stream(answer.head);
    bool closed = false;
    // Told to keep the connection, httplib would announce a timeout of its own making.
    if (!process_request(stream, true, closed, nullptr)) throw std::runtime_error("httplib wrote no answer");
    if (!head_only && has_body()) answer.body = response.body;
    return answer;
  }

 private:
  bool has_body() const { return response_->status != 204 && response_->status != 304; }

  // The length says how many bytes follow the head; httplib itself writes no body.
  void fill(httplib::Response& response) {
    response.status = response_->status;
    for (const auto& [name, value] : response_->headers) response.set_header(name, value);
    response.set_header("Content-Length", std::to_string(response_->body->size()));
    if (has_body() && !response_->body->empty()) response.set_header("Content-Type", response_->content_type);
    response.set_header("Date", date());
  }

  // What httplib adds unasked.
  void correct(httplib::Response& response) {
    if (!close_) response.headers.erase("Connection");
    if (!has_body()) response.headers.erase("Content-Length");
  }

  const std::string& date() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now != date_of_) date_ = http_date(date_of_ = now);
    return date_;
  }

  const Response* response_ = nullptr;  // the one being written
  bool close_ = false;
  std::chrono::sys_seconds date_of_;
  std::string date_;
};

AnswerWriter::AnswerWriter() : impl_(std::make_unique<Impl>()) {}

AnswerWriter::~AnswerWriter() = default;

Answer AnswerWriter::write(const Response& response, bool head_only, bool close) {
  return impl_->write(response, head_only, close);
}

}  // namespace sjsz::http
