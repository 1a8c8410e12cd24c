#include "http/multipart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz::http {
namespace {

using ::testing::ElementsAre;

constexpr const char* kType = "multipart/form-data; boundary=XX";

std::string part(const std::string& disposition, const std::string& bytes) {
  return "--XX\r\nContent-Disposition: " + disposition + "\r\n\r\n" + bytes + "\r\n";
}

std::vector<std::string> texts(const std::string& body, std::string_view type = kType) {
  std::vector<std::string> list;
  const auto parts = parse_multipart(type, body);
  if (!parts) return {std::to_string(parts.error())};
  for (const auto& one : *parts) {
    list.push_back(one.name + "|" + one.file_name.value_or("-") + "|" + std::string(one.bytes));
  }
  return list;
}

TEST(Multipart, GivesFieldsAndFilesInOrder) {
  EXPECT_THAT(texts(part("form-data; name=\"version\"", "3") +
                    "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"8月.pdf\"\r\n"
                    "Content-Type: application/pdf\r\n\r\n%PDF\r\n\r\n--X\r\n--XX--\r\n"),
              ElementsAre("version|-|3", "file|8月.pdf|%PDF\r\n\r\n--X"));
}

TEST(Multipart, GivesEmptyPartsAndNoneAtAll) {
  EXPECT_THAT(texts(part("form-data; name=\"file\"; filename=\"\"", "") + "--XX--"), ElementsAre("file||"));
  EXPECT_THAT(texts("--XX--\r\n"), ElementsAre());
  EXPECT_THAT(texts("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--XX--"), ElementsAre("a|-|"));
}

TEST(Multipart, UnderstandsWhatBrowsersWrite) {
  EXPECT_THAT(texts(part("form-data; name=\"f\"; filename=\"C:\\a;b=c.pdf\"", "x") + "--XX--"),
              ElementsAre("f|C:\\a;b=c.pdf|x"));
  EXPECT_THAT(texts("--XX\r\ncontent-disposition:form-data;name=f\r\n\r\nx\r\n--XX--"), ElementsAre("f|-|x"));
  EXPECT_THAT(texts("--a'b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n--a'b--",
                    "Multipart/Form-Data; Boundary=\"a'b\""),
              ElementsAre("f|-|x"));
}

TEST(Multipart, IsOfThatKindAlone) {
  for (const char* type : {"", "application/x-www-form-urlencoded", "multipart/form-data",
                           "multipart/form-data; boundary=", "multipart/mixed; boundary=XX",
                           "multipart/form-data; boundary=\"X X\"", "multipart/form-data; boundary=XX; boundary=YY",
                           "multipart/form-data; boundary", "multipart/form-data; boundary=\"XX"}) {
    EXPECT_THAT(texts("--XX--", type), ElementsAre("415")) << type;
  }
  EXPECT_THAT(texts("--XX--", "multipart/form-data; boundary=" + std::string(71, 'X')), ElementsAre("415"));
}

TEST(Multipart, RefusesWhatIsMalformed) {
  const std::string good = part("form-data; name=\"a\"", "1");
  for (const std::string& body : {
           std::string(),
           std::string("--XX"),
           std::string("x") + good + "--XX--",  // something before
           good + "--XX",                       // cut off
           good + "--XX--x",                    // something behind
           good,                                // no end
           std::string("--XX\n") + good,        // a bare line feed
           std::string("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n"),
           std::string("--XX\r\n\r\n1\r\n--XX--"),  // no name
           part("form-data", "1") + "--XX--",
           part("form-data; name=\"\"", "1") + "--XX--",
           part("attachment; name=\"a\"", "1") + "--XX--",
           part("form-data; name=\"a\"; name=\"b\"", "1") + "--XX--",
           part("form-data; name=\"a\"x", "1") + "--XX--",
           part("form-data; name=\"a", "1") + "--XX--",
           part("form-data; name=\"\xff\"", "1") + "--XX--",
           part("form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "1") + "--XX--",
           part("form-data; name=\"a\"\r\nnonsense", "1") + "--XX--",
           part("form-data; name=\"" + std::string(5000, 'a') + "\"", "1") + "--XX--",
       }) {
    EXPECT_THAT(texts(body), ElementsAre("400")) << body.substr(0, 100);
  }
}

TEST(Multipart, HasThirtyPartsAtMost) {
  std::string body;
  for (std::size_t i = 0; i < kMostParts; ++i) body += part("form-data; name=\"a\"", "1");
  EXPECT_EQ(parse_multipart(kType, body + "--XX--")->size(), kMostParts);
  EXPECT_EQ(parse_multipart(kType, body + part("form-data; name=\"a\"", "1") + "--XX--").error(), 400);
}

TEST(Multipart, NeverReadsBeyondABodyThatIsCutAnywhere) {
  const std::string whole = part("form-data; name=\"a\"; filename=\"b.pdf\"", "123\r\n--X") + "--XX--\r\n";
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_THAT(texts(whole.substr(0, size)), ElementsAre("400")) << size;
  }
}

}  // namespace
}  // namespace sjsz::http
