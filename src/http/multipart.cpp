#include "http/multipart.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "http/response.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kMostBoundary = 70;
constexpr std::size_t kMostPartHead = 4 * 1024;

bool is_boundary(std::string_view text) {
  constexpr std::string_view marks = "'()+_,-./:=?";
  return !text.empty() && text.size() <= kMostBoundary && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.find(c) != marks.npos;
  });
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// "form-data; name=\"file\"; filename=\"a;b.pdf\"": the value before the first semicolon, and the parameters by name in
// lower case. Browsers write a quotation mark as %22 and leave backslashes as they are, so a quote ends at the next
// one.
struct Field {
  std::string value;
  std::map<std::string, std::string, std::less<>> parameters;
};

// Takes one parameter off the text; false if it is malformed or double.
bool take_parameter(std::string_view& text, Field& field) {
  const auto equals = text.find('=');
  if (equals == text.npos) return false;
  const auto name = lower_case(trim(text.substr(0, equals)));
  text.remove_prefix(equals + 1);
  std::string_view value;
  if (text.starts_with('"')) {
    const auto end = text.find('"', 1);
    if (end == text.npos) return false;
    value = text.substr(1, end - 1);
    text = trim(text.substr(end + 1));
    if (!text.empty() && text.front() != ';') return false;
  } else {
    value = trim(text.substr(0, text.find(';')));
    text.remove_prefix(std::min(text.find(';'), text.size()));
  }
  return !name.empty() && field.parameters.emplace(name, value).second;
}

std::optional<Field> read_field(std::string_view text) {
  Field field;
  const auto end = std::min(text.find(';'), text.size());
  field.value = lower_case(trim(text.substr(0, end)));
  text.remove_prefix(end);
  while (!text.empty()) {
    text = trim(text.substr(1));  // the semicolon
    if (!take_parameter(text, field)) return std::nullopt;
  }
  return field;
}

std::optional<std::string> find_boundary(std::string_view content_type) {
  const auto field = read_field(content_type);
  if (!field || field->value != "multipart/form-data") return std::nullopt;
  const auto boundary = field->parameters.find("boundary");
  if (boundary == field->parameters.end() || !is_boundary(boundary->second)) return std::nullopt;
  return boundary->second;
}

// Of the head of a part, what says its name; Content-Type is the sender's guess and is not looked at.
std::optional<Field> find_disposition(std::string_view head) {
  std::optional<Field> found;
  while (!head.empty()) {
    const auto line = head.substr(0, head.find("\r\n"));
    head.remove_prefix(std::min(line.size() + 2, head.size()));
    const auto colon = line.find(':');
    if (colon == line.npos || !is_clean_utf8(line)) return std::nullopt;
    if (!same_text(line.substr(0, colon), "content-disposition")) continue;
    if (found) return std::nullopt;
    found = read_field(line.substr(colon + 1));
    if (!found) return std::nullopt;
  }
  return found;
}

std::optional<Part> make_part(std::string_view head, std::string_view bytes) {
  const auto disposition = find_disposition(head);
  if (!disposition || disposition->value != "form-data") return std::nullopt;
  const auto name = disposition->parameters.find("name");
  if (name == disposition->parameters.end() || name->second.empty()) return std::nullopt;
  Part part{name->second, {}, bytes};
  const auto file_name = disposition->parameters.find("filename");
  if (file_name != disposition->parameters.end()) part.file_name = file_name->second;
  return part;
}

// Takes the part that stands at the beginning, with the delimiter behind it.
std::optional<Part> take_part(std::string_view& rest, const std::string& delimiter) {
  const auto head_end = rest.substr(0, kMostPartHead).find("\r\n\r\n");
  if (head_end == rest.npos) return std::nullopt;
  const auto head = rest.substr(0, head_end);
  // An empty part ends with the line break that ends its head.
  const auto end = rest.find(delimiter, head_end + 2);
  if (end == rest.npos) return std::nullopt;
  const auto begin = std::min(head_end + 4, end);
  auto part = make_part(head, rest.substr(begin, end - begin));
  rest.remove_prefix(end + delimiter.size());
  return part;
}

}  // namespace

tl::expected<std::vector<Part>, int> parse_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = find_boundary(content_type);
  if (!boundary) return tl::unexpected(415);
  const std::string delimiter = "\r\n--" + *boundary;
  const auto opening = std::string_view(delimiter).substr(2);
  std::vector<Part> parts;
  if (!body.starts_with(opening)) return tl::unexpected(400);
  body.remove_prefix(opening.size());
  while (body.starts_with("\r\n")) {
    body.remove_prefix(2);
    auto part = take_part(body, delimiter);
    if (!part || parts.size() == kMostParts) return tl::unexpected(400);
    parts.push_back(std::move(*part));
  }
  if (body != "--" && body != "--\r\n") return tl::unexpected(400);
  return parts;
}

}  // namespace sjsz::http
