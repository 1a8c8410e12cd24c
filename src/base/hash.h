// SHA-256 and hexadecimal, by libsodium.
#pragma once
#include <array>
#include <string>
#include <string_view>

namespace sjsz {

using Sha256 = std::array<unsigned char, 32>;

Sha256 sha256(std::string_view bytes);
Sha256 sha256_file(const std::string& path);  // throws std::runtime_error if it cannot be read
std::string to_hex(std::string_view bytes);
std::string to_hex(const Sha256& hash);

}  // namespace sjsz
