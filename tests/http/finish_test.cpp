#include "http/finish.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <algorithm>

namespace sjsz::http {
namespace {

const std::string kPage = [] {
  std::string page = "<!doctype html><title>任务分工</title>";
  for (int i = 0; i < 100; ++i) page += "<p>第" + std::to_string(i) + "项</p>";
  return page;
}();

Request asking(const std::string& accept_encoding = "", const std::string& if_none_match = "") {
  Request request;
  if (!accept_encoding.empty()) request.headers.emplace_back("accept-encoding", accept_encoding);
  if (!if_none_match.empty()) request.headers.emplace_back("if-none-match", if_none_match);
  return request;
}

Response page(Keep keep = Keep::revalidate, const std::string& body = kPage) {
  auto response = html(body);
  response.keep = keep;
  return response;
}

std::string gunzip(const std::string& compressed) {
  std::string bytes(1 << 20, '\0');
  std::size_t size = 0;
  auto* decompressor = libdeflate_alloc_decompressor();
  EXPECT_EQ(
      libdeflate_gzip_decompress(decompressor, compressed.data(), compressed.size(), bytes.data(), bytes.size(), &size),
      LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(decompressor);
  bytes.resize(size);
  return bytes;
}

TEST(FinishedAnswers, CarryTheSecurityHeadersWhateverTheirStatus) {
  for (const int status : {200, 303, 400, 404, 405, 413, 422, 431, 500, 503}) {
    const auto response = finish(asking(), html("x", status));
    EXPECT_EQ(response.header("Content-Security-Policy"),
              "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Referrer-Policy"), "same-origin");
    EXPECT_EQ(response.header("Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(response.header("Permissions-Policy"), "camera=(), microphone=(), geolocation=()");
    EXPECT_EQ(response.status, status);
  }
}

TEST(FinishedAnswers, CarryThemWithANotModifiedToo) {
  const auto first = finish(asking("gzip"), page());
  const auto again = finish(asking("gzip", std::string(first.header("ETag"))), page());
  ASSERT_EQ(again.status, 304);
  for (const auto* name : {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cache-Control",
                           "Vary", "Cross-Origin-Resource-Policy", "Permissions-Policy", "ETag"}) {
    EXPECT_EQ(again.header(name), first.header(name)) << name;
  }
}

TEST(FinishedAnswers, KeepTheHeadersThatTheHandlerSet) {
  auto attachment = page();
  attachment.header("Content-Security-Policy", "default-src 'none'; sandbox");
  attachment.header("Cache-Control", "private, max-age=60");
  const auto response = finish(asking(), attachment);
  EXPECT_EQ(response.header("Content-Security-Policy"), "default-src 'none'; sandbox");
  EXPECT_EQ(response.header("Cache-Control"), "private, max-age=60");
  EXPECT_EQ(std::ranges::count(response.headers, "Content-Security-Policy", &Fields::value_type::first), 1);
}

TEST(FinishedAnswers, LeaveDownloadsToOldChromium) {
  auto download = page();
  download.header("Content-Disposition", "attachment; filename=\"plan.json\"");
  EXPECT_EQ(finish(asking(), download).header("Cross-Origin-Resource-Policy"), "");
}

TEST(FinishedAnswers, SayHowTheyMayBeKept) {
  EXPECT_EQ(finish(asking(), page(Keep::no_store)).header("Cache-Control"), "no-store");
  EXPECT_EQ(finish(asking(), page(Keep::revalidate)).header("Cache-Control"), "private, no-cache");
  EXPECT_EQ(finish(asking(), page(Keep::forever)).header("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(Compression, IsForTextThatIsLongEnoughAndForClientsThatWantIt) {
  const struct {
    std::string type, body, accept;
    bool compressed, varies;
  } cases[] = {
      {"text/html; charset=utf-8", kPage, "gzip", true, true},
      {"text/css; charset=utf-8", kPage, "gzip", true, true},
      {"text/javascript; charset=utf-8", kPage, "gzip", true, true},
      {"application/json", kPage, "gzip", true, true},
      {"application/problem+json", kPage, "gzip", true, true},
      {"image/svg+xml", kPage, "gzip", true, true},
      {"text/html; charset=utf-8", kPage, "br", false, true},
      {"text/html; charset=utf-8", kPage, "", false, true},
      {"text/html; charset=utf-8", std::string(511, 'a'), "gzip", false, false},
      {"text/html; charset=utf-8", std::string(512, 'a'), "gzip", true, true},
      {"text/html; charset=utf-8", "", "gzip", false, false},
      {"image/png", kPage, "gzip", false, false},
      {"image/x-icon", kPage, "gzip", false, false},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kPage, "gzip", false, false},
  };
  for (const auto& c : cases) {
    auto made = page(Keep::revalidate, c.body);
    made.content_type = c.type;
    const auto response = finish(asking(c.accept), made);
    EXPECT_EQ(response.header("Content-Encoding"), c.compressed ? "gzip" : "") << c.type << ' ' << c.accept;
    EXPECT_EQ(response.header("Vary"), c.varies ? "Accept-Encoding" : "") << c.type << ' ' << c.accept;
    EXPECT_EQ(c.compressed ? gunzip(*response.body) : *response.body, c.body);
  }
}

TEST(Compression, IsNotDoneTwice) {
  auto made = page();
  made.header("Content-Encoding", "br");
  const auto response = finish(asking("gzip"), made);
  EXPECT_EQ(response.header("Content-Encoding"), "br");
  EXPECT_EQ(*response.body, kPage);
}

TEST(Compression, IsReadBackAtEveryLevel) {
  for (int level = 1; level <= 12; ++level) {
    const auto compressed = gzip(kPage, level);
    EXPECT_LT(compressed.size(), kPage.size() / 2);
    EXPECT_EQ(gunzip(compressed), kPage);
  }
  EXPECT_EQ(gunzip(gzip("", 6)), "");
}

TEST(AcceptEncoding, IsReadWithItsWeights) {
  const struct {
    std::string value;
    bool accepts;
  } cases[] = {
      {"gzip", true},
      {"GZIP", true},
      {"x-gzip", true},
      {"gzip, deflate, br", true},
      {"deflate,gzip;q=1.0,*;q=0.5", true},
      {"gzip;q=0.001", true},
      {"gzip ; q=0.5", true},
      {"*", true},
      {"br, *;q=0.1", true},
      {"*;q=0, gzip", true},
      {"", false},
      {"identity", false},
      {"br", false},
      {"gzip;q=0", false},
      {"gzip;q=0.0", false},
      {"gzip; q=0.000", false},
      {"gzip;Q=0", false},
      {"*;q=0", false},
      {"gzip;q=0, *", false},
      {"notgzip", false},
      {"gzipped", false},
  };
  for (const auto& c : cases) EXPECT_EQ(accepts_gzip(asking(c.value)), c.accepts) << c.value;
}

TEST(EntityTags, NameTheWholeAnswer) {
  const auto tag = [](const Request& request, const Response& response) {
    return std::string(finish(request, response).header("ETag"));
  };
  const auto plain = tag(asking(), page());
  EXPECT_EQ(plain.size(), 34u);
  EXPECT_TRUE(plain.starts_with('"') && plain.ends_with('"')) << plain;
  EXPECT_EQ(tag(asking(), page()), plain);
  EXPECT_NE(tag(asking("gzip"), page()), plain);
  EXPECT_NE(tag(asking(), page(Keep::revalidate, kPage + " ")), plain);
  auto other_type = page();
  other_type.content_type = "text/plain";
  EXPECT_NE(tag(asking(), other_type), plain);
}

TEST(EntityTags, AreForAnswersThatMayBeKept) {
  EXPECT_EQ(finish(asking(), page(Keep::no_store)).header("ETag"), "");
  EXPECT_NE(finish(asking(), page(Keep::forever)).header("ETag"), "");
  auto missing = page();
  missing.status = 404;
  EXPECT_EQ(finish(asking(), missing).header("ETag"), "");
}

TEST(EntityTags, SpareTheClientWhatItHas) {
  const std::string tag(finish(asking(), page()).header("ETag"));
  const std::string gzip_tag(finish(asking("gzip"), page()).header("ETag"));
  const struct {
    std::string if_none_match;
    int status;
  } cases[] = {
      {tag, 304},
      {"W/" + tag, 304},
      {"\"other\", " + tag, 304},
      {tag + ",\"other\"", 304},
      {"W/\"other\" , W/" + tag + " ", 304},
      {"\"a,b\"," + tag, 304},
      {"*", 304},
      {" * ", 304},
      {"\"other\"", 200},
      {gzip_tag, 200},
      {tag.substr(1, tag.size() - 2), 200},
      {tag.substr(0, tag.size() - 1), 200},
      {"", 200},
      {"\"", 200},
      {"\"x" + tag.substr(1), 200},
  };
  for (const auto& c : cases) {
    const auto response = finish(asking("", c.if_none_match), page());
    EXPECT_EQ(response.status, c.status) << c.if_none_match;
    EXPECT_EQ(response.body->empty(), c.status == 304);
    EXPECT_EQ(response.header("ETag"), tag);
  }
}

TEST(EntityTags, MakeNoDifferenceToWritingAndToErrors) {
  auto posting = asking("", "*");
  posting.method = Method::post;
  EXPECT_EQ(finish(posting, page()).status, 200);
  auto heading = asking("", "*");
  heading.method = Method::head;
  EXPECT_EQ(finish(heading, page()).status, 304);
  EXPECT_EQ(finish(asking("", "*"), html(kPage, 404)).status, 404);
  EXPECT_EQ(finish(asking("", "*"), page(Keep::no_store)).status, 200);
}

TEST(EntityTags, ComeWithoutEncodingWhereThereIsNoBody) {
  const auto response = finish(asking("gzip", "*"), page());
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.header("Content-Encoding"), "");
}

}  // namespace
}  // namespace sjsz::http
