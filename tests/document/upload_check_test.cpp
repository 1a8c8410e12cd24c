#include "document/upload_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "base/random.h"
#include "document/archive.h"

namespace sjsz::document {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

using Entries = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kTypes = R"(<Types><Override PartName="/word/document.xml" ContentType="…main+xml"/></Types>)";

std::string jpeg() {
  return std::string("\xff\xd8\xff\xe0\x00\x04zz", 8) + std::string("\xff\xc0\x00\x03z", 5) +
         std::string("\xff\xda\x00\x02", 4) + "picture" + "\xff\xd9";
}

std::string chunk(const std::string& type, const std::string& bytes) {
  return std::string("\0\0\0", 3) + static_cast<char>(bytes.size()) + type + bytes + "crc!";
}

std::string png() {
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", std::string(13, 'h')) + chunk("IDAT", "x") + chunk("IEND", "");
}

std::string pdf() { return "%PDF-1.4\n1 0 obj\n%%EOF\n"; }

class Upload : public testing::Test {
 protected:
  Upload() {
    std::string name = (fs::temp_directory_path() / "sjsz-test-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    file_ = folder_ / "file";
  }
  ~Upload() override { fs::remove_all(folder_); }

  void put(const std::string& bytes) { std::ofstream(file_, std::ios::binary) << bytes; }
  std::string bytes() const {
    std::ifstream stream(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  void zip(const Entries& entries) {
    ArchiveWriter writer(file_);
    for (const auto& [name, content] : entries) writer.add(name, content);
    writer.finish();
  }
  // The media type, or why it is refused.
  std::string verdict(const std::string& name) {
    const auto type = check_upload(file_, name);
    return type ? std::string(media_type(*type)) : type.error();
  }
  std::string verdict(const std::string& name, const std::string& content) {
    put(content);
    return verdict(name);
  }
  std::string verdict_of_zip(const std::string& name, const Entries& entries) {
    zip(entries);
    return verdict(name);
  }

  fs::path folder_, file_;
};

Entries docx() { return {{"[Content_Types].xml", kTypes}, {"word/document.xml", "<w/>"}}; }

Entries with(Entries entries, const std::string& name, const std::string& content = "x") {
  entries.emplace_back(name, content);
  return entries;
}

TEST_F(Upload, IsTakenIfExtensionFirstBytesAndInsideAgree) {
  EXPECT_EQ(verdict("现场.jpg", jpeg()), "image/jpeg");
  EXPECT_EQ(verdict("现场.JPEG", jpeg()), "image/jpeg");
  EXPECT_EQ(verdict("现场.jpg", jpeg() + "SEFH notes of a phone"), "image/jpeg");
  EXPECT_EQ(verdict("图.png", png()), "image/png");
  EXPECT_EQ(verdict("盖章件.pdf", pdf()), "application/pdf");
  EXPECT_THAT(verdict_of_zip("a.docx", docx()), HasSubstr("wordprocessingml"));
  EXPECT_THAT(verdict_of_zip("a.xlsx", {{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}}),
              HasSubstr("spreadsheetml"));
  EXPECT_THAT(verdict_of_zip("a.pptx", {{"[Content_Types].xml", ""}, {"ppt/presentation.xml", ""}}),
              HasSubstr("presentationml"));
  EXPECT_EQ(verdict_of_zip("公文.ofd", {{"OFD.xml", ""}, {"Doc_0/Document.xml", ""}}), "application/ofd");
}

TEST_F(Upload, OfAnotherKindIsRefused) {
  for (const char* name : {"a.exe", "a", "", "a.doc", "a.docm", "a.svg", "a.html", "pdf", "a.pdf.exe", "a.zip"}) {
    EXPECT_THAT(verdict(name, pdf()), HasSubstr("只接收")) << name;
  }
}

TEST_F(Upload, OfAPictureOfCountlessPiecesIsRefused) {
  std::string segments, chunks;
  for (int i = 0; i < 20'000; ++i) {
    segments += std::string("\xff\xfe\x00\x02", 4);
    chunks += chunk("tEXt", "");
  }
  EXPECT_THAT(verdict("a.jpg", jpeg().insert(2, segments)), HasSubstr("损坏"));
  EXPECT_THAT(verdict("a.png", png().insert(8 + 25, chunks)), HasSubstr("损坏"));
}

TEST_F(Upload, UnderAFalseNameIsRefused) {
  EXPECT_THAT(verdict("a.png", jpeg()), HasSubstr("不符"));
  EXPECT_THAT(verdict("a.jpg", pdf()), HasSubstr("不符"));
  EXPECT_THAT(verdict("a.pdf", " " + pdf()), HasSubstr("不符"));
  EXPECT_THAT(verdict("a.pdf", "<html>%PDF-1.4 %%EOF"), HasSubstr("不符"));
  EXPECT_THAT(verdict_of_zip("a.xlsx", docx()), HasSubstr("不符"));
  EXPECT_THAT(verdict_of_zip("a.ofd", docx()), HasSubstr("不符"));
  EXPECT_THAT(verdict("a.docx", pdf()), HasSubstr("不符"));
}

TEST_F(Upload, ThatIsEmptyTooLargeOrCutOffIsRefused) {
  EXPECT_THAT(verdict("a.pdf", ""), HasSubstr("空的"));
  put(pdf());
  fs::resize_file(file_, kMostUploadBytes + 1);
  EXPECT_THAT(verdict("a.pdf"), HasSubstr("20 MB"));
  for (const auto& [name, content] : Entries{{"a.jpg", jpeg()}, {"a.png", png()}, {"a.pdf", pdf()}}) {
    for (std::size_t size = 9; size + 7 < content.size(); ++size) {
      EXPECT_THAT(verdict(name, content.substr(0, size)), HasSubstr("损坏")) << name << " " << size;
    }
  }
  zip(docx());
  const auto whole = bytes();
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    EXPECT_THAT(verdict("a.docx", whole.substr(0, size)), HasSubstr("损坏")) << size;
  }
}

TEST_F(Upload, WithAnotherFileBehindItIsRefused) {
  zip(docx());
  const auto behind = bytes();
  EXPECT_THAT(verdict("a.jpg", jpeg() + behind), HasSubstr("附着"));
  EXPECT_THAT(verdict("a.png", png() + behind), HasSubstr("损坏"));
  EXPECT_THAT(verdict("a.pdf", pdf() + behind + "%%EOF"), "application/pdf");  // no zip program finds that one
  EXPECT_THAT(verdict("a.pdf", "%PDF-1.4\n%%EOF" + behind), HasSubstr("附着"));
  EXPECT_THAT(verdict("a.docx", "MZ" + behind), HasSubstr("不符"));
  EXPECT_THAT(verdict("a.png", png() + "<script>"), HasSubstr("损坏"));
}

TEST_F(Upload, WithMacrosIsRefused) {
  for (const char* part : {"word/vbaProject.bin", "word/VBAPROJECT.BIN", "word/vbaData.xml", "xl/macrosheets/s1.xml",
                           "word/activeX/activeX1.bin"}) {
    EXPECT_THAT(verdict_of_zip("a.docx", with(docx(), part)), HasSubstr("宏")) << part;
  }
  EXPECT_THAT(
      verdict_of_zip("a.docx", {{"[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"},
                                {"word/document.xml", ""}}),
      HasSubstr("宏"));
}

TEST_F(Upload, ThatUnpacksToTooMuchIsRefused) {
  EXPECT_THAT(verdict_of_zip("a.docx", with(docx(), "bomb", std::string(3 << 20, '\0'))), HasSubstr("过大"));
  const std::string noise = random_bytes(100'000);
  EXPECT_THAT(verdict_of_zip("a.docx", with(with(docx(), "noise", noise), "zeros", std::string(3 << 20, '\0'))),
              HasSubstr("wordprocessingml"));
}

TEST_F(Upload, WhoseDirectoryLiesAboutSizesIsRefused) {
  zip(with(docx(), "bomb", std::string(1 << 20, '\0')));
  auto lying = bytes();
  // In the directory, the size of the last entry stands 24 bytes behind its signature.
  lying.replace(lying.rfind("PK\1\2") + 24, 4, std::string("\5\0\0\0", 4));
  EXPECT_THAT(verdict("a.docx", lying), HasSubstr("损坏"));
}

TEST_F(Upload, WithUnsafeOrDoubleNamesIsRefused) {
  for (const char* name : {"../evil", "/etc/passwd", "a\\b", "a/../b", "WORD/document.xml", "c\nd"}) {
    EXPECT_THAT(verdict_of_zip("a.docx", with(docx(), name)), HasSubstr("损坏")) << name;
  }
  Entries many = docx();
  for (int i = 0; i < 2000; ++i) many.emplace_back("p" + std::to_string(i), "");
  EXPECT_THAT(verdict_of_zip("a.docx", many), HasSubstr("太多"));
}

TEST_F(Upload, ThatIsEncryptedIsRefused) {
  zip(docx());
  auto encrypted = bytes();
  encrypted[encrypted.find("PK\1\2") + 8] |= 1;
  EXPECT_THAT(verdict("a.docx", encrypted), HasSubstr("加密"));
}

TEST_F(Upload, WithoutItsMainPartIsRefused) {
  EXPECT_THAT(verdict_of_zip("a.docx", {{"[Content_Types].xml", ""}}), HasSubstr("不符"));
  EXPECT_THAT(verdict_of_zip("a.docx", {{"word/document.xml", ""}}), HasSubstr("损坏"));
}

TEST(FileNames, LosePathsControlsAndMarksThatTurnThem) {
  const struct {
    const char *sent, *kept;
  } cases[] = {{"8月月报.pdf", "8月月报.pdf"},
               {"C:\\Users\\wang\\月报.pdf", "月报.pdf"},
               {"../../etc/passwd", "passwd"},
               {"a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"},
               {"报告\u202efdp.exe", "报告fdp.exe"},
               {"a\u200b\u2066b\ufeff.pdf", "ab.pdf"},
               {"  　月报.pdf ", "月报.pdf"},
               {"", "附件"},
               {"/", "附件"},
               {".pdf", "附件.pdf"},
               {"\xff.pdf", "附件"},
               {"\u0085a.pdf", "a.pdf"}};
  for (const auto& c : cases) EXPECT_EQ(clean_file_name(c.sent), c.kept) << c.sent;
}

TEST(FileNames, AreAtMostHundredCharactersAndKeepTheirExtension) {
  std::string name;
  for (int i = 0; i < 300; ++i) name += "长";
  const auto kept = clean_file_name(name + ".pdf");
  EXPECT_TRUE(kept.ends_with("长.pdf"));
  EXPECT_EQ(kept.size(), 96 * 3 + 4u);
  EXPECT_EQ(clean_file_name(name + "." + name).size(), 300u);
}

}  // namespace
}  // namespace sjsz::document
