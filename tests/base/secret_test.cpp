#include "base/secret.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

TEST(Secret, Has256BitsThatStandInAnAddressOrCookieAsTheyAre) {
  const auto secret = new_secret();
  EXPECT_EQ(secret.size(), 43u);
  EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
  EXPECT_NE(secret, new_secret());
}

TEST(Secret, IsKnownByItsHash) {
  EXPECT_EQ(secret_hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Secret, IsZeroedInItsPlaceWhenNobodyNeedsItAnyMore) {
  std::string kept = "a password of some length, on the heap";
  const char* place = kept.data();
  const auto size = kept.size();
  { const Wiped wiped(kept); }
  EXPECT_TRUE(kept.empty());
  ASSERT_EQ(kept.data(), place);
  kept.resize(1);  // the memory is the text's still
  EXPECT_EQ(std::string(place, size), std::string(size, '\0'));
}

}  // namespace
}  // namespace sjsz
