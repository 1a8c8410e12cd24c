// Secrets that are handed out once and kept as their hash: session ids, one-time links, API tokens.
#pragma once
#include <string>
#include <string_view>

namespace sjsz {

std::string new_secret();                          // 256 random bits, base64url: 43 characters
std::string secret_hash(std::string_view secret);  // SHA-256 in hexadecimal; guessing is hopeless, so no slow hash

}  // namespace sjsz
