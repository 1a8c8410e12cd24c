// An answer. Handlers make one with the functions below; finish() (finish.h) adds what every answer carries.
#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sjsz::http {

// How an answer may be kept (security.md: Cache-Control).
enum class Keep {
  no_store,    // personal, or an error
  revalidate,  // alike for all readers: private, no-cache, with an ETag
  forever      // an asset whose address names its content
};

struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::vector<std::pair<std::string, std::string>> headers;  // beside those that finish() adds
  std::shared_ptr<const std::string> body = std::make_shared<const std::string>();
  Keep keep = Keep::no_store;
  bool close = false;  // end the connection after this answer

  // Throws std::invalid_argument for a control character, so that no value ever makes a second header.
  Response& header(std::string name, std::string value) &;
  std::string_view header(std::string_view name) const;  // empty if absent
};

// Alike but for the case of ASCII letters, as names of headers and their tokens are.
bool same_text(std::string_view a, std::string_view b);

Response html(std::string body, int status = 200);
Response json(std::string body, int status = 200);
Response see_other(std::string location);  // 303

// Thrown by pages alone when a request cannot go on; the app turns it into a Chinese page, or problem+json under /api.
struct Stop : std::runtime_error {
  int status;
  explicit Stop(int status_code, const std::string& detail = "") : std::runtime_error(detail), status(status_code) {}
};

}  // namespace sjsz::http
