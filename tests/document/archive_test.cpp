#include "document/archive.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <fstream>
#include <iterator>

#include "base/random.h"

namespace sjsz::document {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class Archive : public testing::Test {
 protected:
  Archive() {
    std::string name = (fs::temp_directory_path() / "sjsz-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    file_ = folder_ / "backup.zip";
  }
  ~Archive() override { fs::remove_all(folder_); }

  void write(const std::vector<std::pair<std::string, std::string>>& entries) {
    ArchiveWriter writer(file_);
    for (const auto& [name, bytes] : entries) writer.add(name, bytes);
    writer.finish();
  }
  std::string bytes() const {
    std::ifstream stream(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void put(const fs::path& file, const std::string& content) { std::ofstream(file, std::ios::binary) << content; }

  // What reading everything is refused with; "" if all is well.
  std::string refusal() {
    try {
      ArchiveReader reader(file_);
      for (const auto& [name, size] : reader.entries()) reader.read(name, size);
    } catch (const ArchiveError& fault) {
      return fault.what();
    }
    return "";
  }

  fs::path folder_, file_;
};

TEST_F(Archive, GivesBackWhatWasPutIn) {
  const std::string noise = random_bytes(700'000), empty;
  put(folder_ / "source", noise);
  {
    ArchiveWriter writer(file_);
    writer.add("manifest.json", "{}");
    writer.add_file("attachments/ab/证明.pdf", folder_ / "source");
    writer.add("empty", empty);
    writer.finish();
  }
  ArchiveReader reader(file_);
  EXPECT_THAT(reader.entries(),
              ElementsAre(Pair("attachments/ab/证明.pdf", noise.size()), Pair("empty", 0u), Pair("manifest.json", 2u)));
  EXPECT_EQ(reader.read("manifest.json", 100), "{}");
  EXPECT_EQ(reader.read("empty", 100), "");
  reader.extract("attachments/ab/证明.pdf", folder_ / "back");
  EXPECT_EQ(fs::file_size(folder_ / "back"), noise.size());
  EXPECT_EQ(fs::status(folder_ / "back").permissions(), fs::perms(0600));
  EXPECT_EQ(reader.read("attachments/ab/证明.pdf", noise.size()), noise);
}

TEST_F(Archive, IsReadByOtherPrograms) {
  write({{"a.txt", std::string(100'000, 'a')}, {"文件夹/b.txt", "b"}});
  const auto unpack = "cd " + folder_.string() + " && cmake -E tar xf backup.zip";
  EXPECT_EQ(std::system(unpack.c_str()), 0);
  EXPECT_EQ(fs::file_size(folder_ / "a.txt"), 100'000u);
  EXPECT_EQ(fs::file_size(folder_ / "文件夹" / "b.txt"), 1u);
}

TEST_F(Archive, DoesNotWriteOverAFileWhenItExtracts) {
  write({{"a", "new"}});
  put(folder_ / "there", "old");
  EXPECT_THROW(ArchiveReader(file_).extract("a", folder_ / "there"), fs::filesystem_error);
  EXPECT_EQ(fs::file_size(folder_ / "there"), 3u);
}

TEST_F(Archive, WithoutItsEndIsRefused) {
  write({{"a", random_bytes(5000)}});
  const auto whole = bytes();
  for (const std::size_t size : {0ul, 1ul, 30ul, whole.size() / 2, whole.size() - 30}) {
    put(file_, whole.substr(0, size));
    EXPECT_THAT(refusal(), HasSubstr("损坏")) << size;
  }
}

TEST_F(Archive, WithAChangedByteIsRefusedOrUnchangedInContent) {
  write({{"a", random_bytes(300)}, {"b", std::string(300, 'b')}});
  const auto whole = bytes();
  const auto content = [&] {
    ArchiveReader reader(file_);
    return reader.read("a", 1000) + reader.read("b", 1000);
  };
  const auto expected = content();
  int refused = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x41);
    put(file_, changed);
    try {
      EXPECT_EQ(content(), expected) << "byte " << i;
    } catch (const ArchiveError&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 400);
}

TEST_F(Archive, IsNoWayOutOfItsFolder) {
  for (const char* name :
       {"../evil", "/etc/evil", "a/../../evil", "a/./b", "a//b", "folder/", "..", ".", "a\\b", "a\nb"}) {
    write({{name, "x"}});
    EXPECT_THAT(refusal(), HasSubstr("文件名")) << name;
    EXPECT_FALSE(is_safe_name(name)) << name;
  }
  EXPECT_FALSE(is_safe_name(""));
  EXPECT_FALSE(is_safe_name("\xff"));
  EXPECT_TRUE(is_safe_name("attachments/ab/cd..ef.pdf"));
}

TEST_F(Archive, HasEachNameOnce) {
  write({{"a", "first"}, {"a", "second"}});
  EXPECT_THAT(refusal(), HasSubstr("出现两次"));
}

TEST_F(Archive, GivesNoMoreThanIsAskedFor) {
  write({{"a", std::string(1'000'000, 'a')}});
  EXPECT_THROW(ArchiveReader(file_).read("a", 999'999), ArchiveError);
  EXPECT_THROW(ArchiveReader(file_).read("no such entry", 10), ArchiveError);
}

TEST_F(Archive, ThatIsNotThereIsAFaultOfTheFileSystem) {
  EXPECT_THROW(ArchiveReader(folder_ / "none"), fs::filesystem_error);
  EXPECT_THROW(ArchiveWriter(folder_ / "none" / "backup.zip"), fs::filesystem_error);
}

TEST_F(Archive, OnAFullDiskSaysWhatIsWrong) {
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limited{100'000, before.rlim_max};
  int error = 0;
  const auto noise = random_bytes(1'000'000);
  ::setrlimit(RLIMIT_FSIZE, &limited);
  try {
    write({{"a", noise}});
  } catch (const fs::filesystem_error& fault) {
    error = fault.code().value();
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(error, EFBIG);
}

}  // namespace
}  // namespace sjsz::document
