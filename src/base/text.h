// Text as the portal handles it: UTF-8 in std::string. Knows no nouns and no HTML.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sjsz {

// How many bytes the code point at the beginning of `text` has; 0: no well-formed one stands there.
std::size_t code_point_size(std::string_view text);

// Well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF) without NUL.
bool is_clean_utf8(std::string_view text);

// Without ASCII white space and U+3000 at both ends.
std::string_view trim(std::string_view text);

// The pieces between separators; an empty text is one empty piece.
std::vector<std::string> split(std::string_view text, char separator);

std::string join(const std::vector<std::string>& pieces, std::string_view separator);

// How many Unicode code points well-formed UTF-8 has.
std::size_t count_characters(std::string_view text);

// 1 to 99 as the plan numbers chapters and articles: 一, 十, 十九, 二十一. Other numbers print as digits.
std::string chinese_numeral(int number);

// A whole number of 1 to 9 digits without sign or leading zero (0 itself is fine); -1 for anything else.
int parse_whole(std::string_view text);

}  // namespace sjsz
