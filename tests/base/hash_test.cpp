#include "base/hash.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/random.h"

namespace sjsz {
namespace {

// The vectors of FIPS 180-4.
const struct {
  std::string bytes;
  const char* hash;
} kVectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {std::string(1000000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

class HashOfAFile : public testing::Test {
 protected:
  const std::filesystem::path path_ = std::filesystem::temp_directory_path() / ("sjsz_hash_" + random_hex(8));
  void TearDown() override { std::filesystem::remove(path_); }
};

TEST(Sha256, GivesTheKnownHashes) {
  for (const auto& vector : kVectors) EXPECT_EQ(to_hex(sha256(vector.bytes)), vector.hash);
}

TEST_F(HashOfAFile, IsThatOfItsBytes) {
  for (const auto& vector : kVectors) {
    std::ofstream(path_, std::ios::binary) << vector.bytes;
    EXPECT_EQ(to_hex(sha256_file(path_)), vector.hash);
  }
}

TEST_F(HashOfAFile, IsRefusedIfItCannotBeRead) {
  EXPECT_THROW(sha256_file(path_), std::runtime_error);
  std::filesystem::create_directory(path_);
  EXPECT_THROW(sha256_file(path_), std::runtime_error);
}

TEST(Hexadecimal, IsLowerCaseTwoDigitsAByte) {
  EXPECT_EQ(to_hex(std::string_view()), "");
  EXPECT_EQ(to_hex(std::string_view("\x00\x0f\x7f\x80\xff", 5)), "000f7f80ff");
}

TEST(RandomBytes, HaveTheLengthAskedForAndDiffer) {
  EXPECT_EQ(random_bytes(0), "");
  EXPECT_EQ(random_bytes(33).size(), 33u);
  EXPECT_EQ(random_hex(16).size(), 32u);
  EXPECT_EQ(random_hex(16).find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(random_bytes(16), random_bytes(16));
}

}  // namespace
}  // namespace sjsz
