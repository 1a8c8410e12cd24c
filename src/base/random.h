// Random bytes from the kernel, by libsodium.
#pragma once
#include <cstddef>
#include <string>

namespace sjsz {

std::string random_bytes(std::size_t count);
std::string random_hex(std::size_t bytes);  // twice as many characters

}  // namespace sjsz
