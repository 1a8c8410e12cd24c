#include "base/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz {
namespace {

TEST(PasswordHash, IsArgon2idOfTheCostThatIsWrittenDown) {
  const auto hash = hash_password("泉城的秋天很好看呀一二三");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=32768,t=3,p=1$")) << hash;
  EXPECT_TRUE(verify_password(hash, "泉城的秋天很好看呀一二三"));
  EXPECT_FALSE(verify_password(hash, "泉城的秋天很好看呀一二四"));
  EXPECT_FALSE(verify_password(hash, ""));
}

TEST(PasswordHash, IsAnotherOneEachTime) { EXPECT_NE(hash_password("k7#Vq!m2Zx0w"), hash_password("k7#Vq!m2Zx0w")); }

TEST(PasswordHash, OfUnknownNamesCostsAsMuchAndFitsNoPassword) {
  const auto& dummy = dummy_password_hash();
  EXPECT_THAT(dummy,
              testing::MatchesRegex(R"(\$argon2id\$v=19\$m=32768,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43})"))
      << dummy;
  EXPECT_FALSE(verify_password(dummy, ""));
  EXPECT_FALSE(verify_password(dummy, "k7#Vq!m2Zx0w"));
}

TEST(PasswordHash, ThatIsNoneIsNobodys) {
  for (const std::string hash : {"", "x", "$argon2id$", "k7#Vq!m2Zx0w"})
    EXPECT_FALSE(verify_password(hash, hash)) << hash;
  EXPECT_FALSE(verify_password(std::string(500, 'a'), "a"));
}

}  // namespace
}  // namespace sjsz
