#include "base/log.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

#include "base/date.h"
#include "base/text.h"

namespace sjsz {
namespace {

std::atomic<LogLevel> least{LogLevel::info};
constexpr std::string_view kNames[] = {"debug", "info", "warning", "error", "off"};

}  // namespace

bool set_log_level(std::string_view name) {
  for (int i = 0; i < 5; ++i) {
    if (kNames[i] != name) continue;
    least = static_cast<LogLevel>(i);
    return true;
  }
  return false;
}

bool log_enabled(LogLevel level) { return level >= least; }

LogLine::LogLine(LogLevel level, std::string_view event) : enabled_(log_enabled(level)) {
  if (!enabled_) return;
  line_ = "{\"at\":\"" + to_rfc3339(now()) + "\",\"level\":\"" + std::string(kNames[static_cast<int>(level)]) + "\"";
  text("event", event);
}

LogLine::~LogLine() {
  if (!enabled_) return;
  line_ += "}\n";
  // One write, so that lines of several threads never mix; a log that cannot be written must not stop the portal.
  if (::write(STDERR_FILENO, line_.data(), line_.size()) < 0) return;
}

LogLine& LogLine::text(std::string_view name, std::string_view value) {
  if (enabled_) line_.append(",\"").append(name).append("\":").append(json_string(value));
  return *this;
}

LogLine& LogLine::number(std::string_view name, std::int64_t value) {
  if (enabled_) line_.append(",\"").append(name).append("\":").append(std::to_string(value));
  return *this;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const auto size = code_point_size(text);
    const auto byte = static_cast<unsigned char>(text.front());
    if (size == 0) {
      out += "\uFFFD";
    } else if (byte < 0x20 || byte == 0x7f) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", byte);
      out += escape;
    } else {
      if (byte == '"' || byte == '\\') out += '\\';
      out += text.substr(0, size);
    }
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out += '"';
}

}  // namespace sjsz
