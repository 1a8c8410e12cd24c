// The log: one JSON object a line on standard error, each line one write. Callers put no secrets, queries or report
// texts in it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sjsz {

enum class LogLevel { debug, info, warning, error, off };

bool set_log_level(std::string_view name);  // "debug" … "off"; false: no such level
bool log_enabled(LogLevel level);

// log(LogLevel::info, "request").text("path", path).number("status", 200);  written when the line goes out of scope.
class LogLine {
 public:
  LogLine(LogLevel level, std::string_view event);
  LogLine(const LogLine&) = delete;
  LogLine& operator=(const LogLine&) = delete;
  ~LogLine();
  LogLine& text(std::string_view name, std::string_view value);
  LogLine& number(std::string_view name, std::int64_t value);

 private:
  bool enabled_;
  std::string line_;
};

inline LogLine log(LogLevel level, std::string_view event) { return LogLine(level, event); }

// A text as a JSON string literal; bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

}  // namespace sjsz
