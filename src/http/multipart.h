// The parts of a multipart/form-data body (RFC 7578), as browsers send forms with files. Pure and bounded: a body in,
// its parts or the status to refuse it with out; what two programs could read in two ways is refused.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace sjsz::http {

inline constexpr std::size_t kMostParts = 30;

struct Part {
  std::string name;
  std::optional<std::string> file_name;  // as sent, UTF-8; nothing: an ordinary field
  std::string_view bytes;                // into the body
};

// 415: not multipart/form-data with a boundary; 400: malformed, or more than 30 parts.
tl::expected<std::vector<Part>, int> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace sjsz::http
