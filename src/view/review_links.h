// The addresses of the office's desk: the queue of review and what is done at it, the dispatch board.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/report.h"

namespace sjsz::view {

// A line as one word of an address: 2020-08.15.zhujian; the narrative is task 0.
std::string line_word(const ReportKey& key);
std::optional<ReportKey> parse_line_word(std::string_view word);  // nothing: no such word is ever made

std::string review_url();
std::string review_url(const ReportKey& key);  // /review?line=2020-08.15.zhujian
std::string accept_url(const ReportKey& key);  // /review/2020-08/15/zhujian/accept
std::string return_url(const ReportKey& key);
std::string accept_clean_url();

}  // namespace sjsz::view
