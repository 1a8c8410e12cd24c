#include "http/response.h"

#include <strings.h>

#include <algorithm>

namespace sjsz::http {
namespace {

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
}

}  // namespace

bool same_text(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

Response& Response::header(std::string name, std::string value) & {
  if (has_control(name) || has_control(value)) throw std::invalid_argument("control character in header " + name);
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

std::string_view Response::header(std::string_view name) const {
  const auto found = std::ranges::find_if(headers, [&](const auto& field) { return same_text(field.first, name); });
  return found == headers.end() ? std::string_view{} : found->second;
}

Response html(std::string body, int status) {
  Response response;
  response.status = status;
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

Response json(std::string body, int status) {
  auto response = html(std::move(body), status);
  response.content_type = "application/json";
  return response;
}

Response see_other(std::string location) {
  Response response;
  response.status = 303;
  response.header("Location", std::move(location));
  return response;
}

}  // namespace sjsz::http
