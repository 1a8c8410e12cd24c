#include "http/request.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "http/spool.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kMostFields = 200;

const std::string* find_value(const Fields& fields, std::string_view name) {
  const auto found = std::ranges::find(fields, name, &Fields::value_type::first);
  return found == fields.end() ? nullptr : &found->second;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string_view Request::content() const { return spooled ? spooled->bytes() : std::string_view(body); }

std::string_view Request::header(std::string_view lower_case_name) const {
  const auto* value = find_value(headers, lower_case_name);
  return value ? std::string_view(*value) : std::string_view{};
}

std::optional<std::string_view> Request::query(std::string_view name) const {
  const auto* value = find_value(queries, name);
  if (!value) return std::nullopt;
  return *value;
}

const std::string& Request::parameter(std::string_view name) const {
  const auto* value = find_value(parameters, name);
  if (!value) throw std::logic_error("the route has no parameter " + std::string(name));
  return *value;
}

int Request::number(std::string_view name) const {
  const int number = parse_whole(parameter(name));
  if (number < 0) throw std::logic_error("the route's parameter is no number: " + std::string(name));
  return number;
}

Month Request::month(std::string_view name) const {
  const auto month = parse_month(parameter(name));
  if (!month) throw std::logic_error("the route's parameter is no month: " + std::string(name));
  return *month;
}

std::optional<std::string> decode_percent(std::string_view text, bool form) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      if (text.size() - i < 3) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      bytes += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      bytes += form && text[i] == '+' ? ' ' : text[i];
    }
  }
  if (!is_clean_utf8(bytes)) return std::nullopt;
  return bytes;
}

std::optional<Fields> parse_form(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const auto piece = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    if (piece.empty()) continue;
    const auto equals = std::min(piece.find('='), piece.size());
    auto name = decode_percent(piece.substr(0, equals), true);
    auto value = decode_percent(piece.substr(std::min(equals + 1, piece.size())), true);
    if (!name || !value || fields.size() == kMostFields) return std::nullopt;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

std::string encode_percent(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '.' || c == '_' || c == '~';
    if (unreserved) {
      encoded += c;
    } else {
      ((encoded += '%') += digits[byte >> 4]) += digits[byte & 15];
    }
  }
  return encoded;
}

}  // namespace sjsz::http
