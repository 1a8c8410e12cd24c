#include "base/secret.h"

#include <sodium.h>

#include "base/hash.h"
#include "base/random.h"

namespace sjsz {

std::string new_secret() {
  const auto bytes = random_bytes(32);
  char text[sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
  sodium_bin2base64(text, sizeof text, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return text;
}

std::string secret_hash(std::string_view secret) { return to_hex(sha256(secret)); }

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace sjsz
