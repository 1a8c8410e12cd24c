// CSV as spreadsheets open it: UTF-8 with its mark, CRLF, every cell in quotes. A cell that a spreadsheet would take
// for a formula gets an apostrophe (docs/security.md: output).
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sjsz::document {

inline constexpr std::string_view kCsvMark = "\xef\xbb\xbf";

std::string csv_line(const std::vector<std::string>& cells);

}  // namespace sjsz::document
