// Passwords are kept as argon2id hashes, by libsodium. Hashing takes 32 MiB and some 75 ms: callers let few do it at
// once (base/gate.h), and never inside a transaction.
#pragma once
#include <string>
#include <string_view>

namespace sjsz {

std::string hash_password(std::string_view password);  // "$argon2id$v=19$m=32768,t=3,p=1$…", another one each time
bool verify_password(std::string_view hash, std::string_view password);  // false for a malformed hash, too

// A hash that no password has: verifying against it takes as long as against any other.
const std::string& dummy_password_hash();

}  // namespace sjsz
