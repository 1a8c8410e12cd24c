#include "http/head.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "http/response.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kMethodAndVersion = 64;  // what a request line may hold beside its target

bool is_token(std::string_view text);
Method method_of(std::string_view name);
std::string_view request_line(std::string_view received);
bool has_bare_line_feed(std::string_view text);
int read_request_line(std::string_view line, const Limits& limits, Head& head);
int read_target(std::string_view target, Request& request);
int read_fields(std::string_view lines, const Limits& limits, Request& request);
int judge_fields(Head& head, bool old_version);

}  // namespace

tl::expected<std::size_t, int> find_head_end(std::string_view received, const Limits& limits) {
  const auto line = request_line(received);
  const auto line_end = static_cast<std::size_t>(line.data() - received.data()) + line.size();
  const auto end = received.find("\r\n\r\n", line_end);
  const auto head = received.substr(0, end == received.npos ? received.size() : end + 4);
  if (end == received.npos && has_bare_line_feed(head)) return tl::unexpected(400);
  if (line.size() > limits.target_bytes + kMethodAndVersion) return tl::unexpected(414);
  if (head.size() > limits.head_bytes) return tl::unexpected(431);
  return end == received.npos ? 0 : head.size();
}

tl::expected<Head, int> parse_head(std::string_view text, const Limits& limits) {
  Head head;
  const auto line = request_line(text);
  const auto fields = text.substr(static_cast<std::size_t>(line.data() - text.data()) + line.size() + 2);
  int refused = read_request_line(line, limits, head);
  if (refused == 0) refused = read_fields(fields.substr(0, fields.size() - 2), limits, head.request);
  if (refused == 0) refused = judge_fields(head, line.ends_with("1.0"));
  if (refused != 0) return tl::unexpected(refused);
  return head;
}

Request known_request(std::string_view received, const Limits& limits) {
  Request request;
  const auto line = request_line(received);
  const auto method = line.substr(0, line.find(' '));
  if (method.size() == line.size() || !is_token(method)) return request;
  request.method = method_of(method);
  request.method_name = method;
  const auto target = line.substr(method.size() + 1);
  read_target(target.substr(0, std::min(target.find(' '), limits.target_bytes)), request);
  return request;
}

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_token(std::string_view text) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !text.empty() &&
         std::ranges::all_of(text, [&](char c) { return is_alphanumeric(c) || marks.find(c) != marks.npos; });
}

bool has_control(std::string_view text, bool tab_allowed) {
  return std::ranges::any_of(text, [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(tab_allowed && c == '\t')) || byte == 0x7f;
  });
}

// Without what is sent before it by clients that end a body with a line break of their own (RFC 9112 §2.2).
std::string_view request_line(std::string_view received) {
  if (received.starts_with("\r\n")) received.remove_prefix(2);
  return received.substr(0, received.find("\r\n"));
}

// One that ends its lines so would otherwise wait for an answer in vain. Where the head is whole, such a byte is a
// control character.
bool has_bare_line_feed(std::string_view text) {
  for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    if (at == 0 || text[at - 1] != '\r') return true;
  }
  return false;
}

Method method_of(std::string_view name) {
  if (name == "GET") return Method::get;
  if (name == "HEAD") return Method::head;
  if (name == "POST") return Method::post;
  if (name == "PUT") return Method::put;
  return Method::other;
}

int read_request_line(std::string_view line, const Limits& limits, Head& head) {
  const auto method = line.substr(0, line.find(' '));
  const auto version = line.substr(line.rfind(' ') + 1);
  if (line.size() < method.size() + version.size() + 3 || !is_token(method)) return 400;
  head.request.method = method_of(method);
  head.request.method_name = method;
  const auto target = line.substr(method.size() + 1, line.size() - method.size() - version.size() - 2);
  if (target.size() > limits.target_bytes) return 414;
  if (const int refused = read_target(target, head.request)) return refused;
  const bool is_version = version.size() == 8 && version.starts_with("HTTP/") && version[6] == '.' &&
                          is_digits(version.substr(5, 1)) && is_digits(version.substr(7));
  if (!is_version) return 400;
  return version == "HTTP/1.1" || version == "HTTP/1.0" ? 0 : 505;
}

int read_target(std::string_view target, Request& request) {
  if (!target.starts_with('/') || has_control(target, false) || target.find_first_of(" #") != target.npos) return 400;
  const auto question = std::min(target.find('?'), target.size());
  auto path = decode_percent(target.substr(0, question), false);
  if (!path || has_control(*path, false)) return 400;
  request.path = std::move(*path);
  auto queries = parse_form(target.substr(std::min(question + 1, target.size())));
  if (!queries) return 400;
  request.queries = std::move(*queries);
  return 0;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view trim_blanks(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

int read_fields(std::string_view lines, const Limits& limits, Request& request) {
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find("\r\n"));
    lines.remove_prefix(line.size() + 2);
    if (request.headers.size() == limits.header_lines) return 431;
    const auto colon = line.find(':');
    // A blank before the colon or at the start (a folded line) is no token either.
    if (colon == line.npos || !is_token(line.substr(0, colon)) || has_control(line, true)) return 400;
    request.headers.emplace_back(lower_case(line.substr(0, colon)), trim_blanks(line.substr(colon + 1)));
  }
  return 0;
}

std::size_t count_fields(const Request& request, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count(request.headers, name, &Fields::value_type::first));
}

// Name or IPv4 address, or IPv6 address in brackets; perhaps a port.
bool is_host(std::string_view text) {
  const bool bracketed = text.starts_with('[');
  const auto name_end = bracketed ? text.find(']') : std::min(text.find(':'), text.size());
  if (name_end == text.npos) return false;
  const auto name = text.substr(bracketed, name_end - bracketed);
  const auto port = text.substr(name_end + bracketed);
  const std::string_view marks = bracketed ? ":." : "-._";
  return !name.empty() &&
         std::ranges::all_of(name, [&](char c) { return is_alphanumeric(c) || marks.find(c) != marks.npos; }) &&
         (port.empty() || (port.front() == ':' && port.size() <= 6 && is_digits(port.substr(1))));
}

// More than any size_t is as good as the greatest one: beyond every limit.
std::size_t read_size(std::string_view digits) {
  std::size_t size = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::size_t>(c - '0');
    if (size > (std::numeric_limits<std::size_t>::max() - digit) / 10) return std::numeric_limits<std::size_t>::max();
    size = size * 10 + digit;
  }
  return size;
}

bool wants_close(const Request& request) {
  for (const auto& [name, value] : request.headers) {
    if (name != "connection") continue;
    for (const auto& option : split(value, ',')) {
      if (same_text(trim_blanks(option), "close")) return true;
    }
  }
  return false;
}

int judge_fields(Head& head, bool old_version) {
  const auto& request = head.request;
  if (count_fields(request, "transfer-encoding") > 0) return 411;
  if (count_fields(request, "content-encoding") > 0) return 415;
  const auto hosts = count_fields(request, "host");
  if (hosts > 1 || (hosts == 0 && !old_version) || (hosts == 1 && !is_host(request.header("host")))) return 400;
  const auto lengths = count_fields(request, "content-length");
  if (lengths > 1 || (lengths == 1 && !is_digits(request.header("content-length")))) return 400;
  head.body_size = read_size(request.header("content-length"));
  if (request.reads_only() && head.body_size > 0) return 400;
  head.keeps_alive = !old_version && !wants_close(request);
  if (count_fields(request, "expect") > 0 && !old_version) {
    if (!same_text(request.header("expect"), "100-continue")) return 417;
    head.expects_continue = true;
  }
  return 0;
}

}  // namespace
}  // namespace sjsz::http
