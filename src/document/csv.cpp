#include "document/csv.h"

#include <algorithm>
#include <array>

namespace sjsz::document {

static bool looks_like_formula(std::string_view cell) {
  static constexpr std::array<std::string_view, 11> beginnings = {"=",  "+",  "-",  "@",  "\t", "\r",
                                                                  "\n", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(beginnings, [&](std::string_view one) { return cell.starts_with(one); });
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) {
    if (!line.empty()) line += ',';
    line += looks_like_formula(cell) ? "\"'" : "\"";
    for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace sjsz::document
