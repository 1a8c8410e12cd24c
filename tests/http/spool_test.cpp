#include "http/spool.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <system_error>

namespace sjsz::http {
namespace {

namespace fs = std::filesystem;

TEST(ASpool, GivesBackWhatWasPutInAndLeavesNoName) {
  std::string name = (fs::temp_directory_path() / "sjsz-test-XXXXXX").string();
  const fs::path folder = ::mkdtemp(name.data());
  {
    Spool spool(folder);
    EXPECT_EQ(spool.bytes(), "");
    spool.append("one ");
    spool.append(std::string(100'000, 'x'));
    EXPECT_EQ(spool.size(), 100'004u);
    EXPECT_EQ(spool.bytes(), "one " + std::string(100'000, 'x'));
    EXPECT_EQ(spool.bytes().size(), 100'004u);
    EXPECT_TRUE(fs::is_empty(folder));
  }
  fs::remove_all(folder);
}

TEST(ASpool, WithoutAFolderFails) { EXPECT_THROW(Spool("/nowhere"), std::system_error); }

}  // namespace
}  // namespace sjsz::http
