#include "base/password.h"

#include <sodium.h>

#include <stdexcept>

namespace sjsz {
namespace {

constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemory = 32 << 20;

}  // namespace

std::string hash_password(std::string_view password) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  char hash[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(hash, password.data(), password.size(), kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13)) {
    throw std::bad_alloc();  // the only way in which it fails
  }
  return hash;
}

bool verify_password(std::string_view hash, std::string_view password) {
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  char whole[crypto_pwhash_STRBYTES] = {};
  hash.copy(whole, hash.size());
  return crypto_pwhash_str_verify(whole, password.data(), password.size()) == 0;
}

const std::string& dummy_password_hash() {
  // Salt and hash are random bytes: of the cost of a real one, and nobody's password.
  static const std::string hash =
      "$argon2id$v=19$m=32768,t=3,p=1$s+vbuN9KroJkMUTbhUlbEw$x4Hn2KT09EtEBAOMkP5hNMxMPgfsPvcdJivHp9qJPoU";
  return hash;
}

}  // namespace sjsz
