// Secrets that are handed out once and kept as their hash: session ids, one-time links, API tokens.
#pragma once
#include <string>
#include <string_view>

namespace sjsz {

std::string new_secret();                          // 256 random bits, base64url: 43 characters
std::string secret_hash(std::string_view secret);  // SHA-256 in hexadecimal; guessing is hopeless, so no slow hash

// Zeroes the memory of a text that nobody needs any more, in a way that no compiler leaves out.
void wipe(std::string& text);

// Does so at the end of its block, whatever ends it.
class Wiped {
 public:
  explicit Wiped(std::string& text) : text_(text) {}
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  ~Wiped() { wipe(text_); }

 private:
  std::string& text_;
};

}  // namespace sjsz
