#include "http/response.h"

#include <gtest/gtest.h>

namespace sjsz::http {
namespace {

TEST(Responses, AreOfTheKindThatTheirMakerNames) {
  const auto page = html("<p>历下</p>", 422);
  EXPECT_EQ(page.status, 422);
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(*page.body, "<p>历下</p>");
  EXPECT_EQ(page.keep, Keep::no_store);
  EXPECT_EQ(json("{}").status, 200);
  EXPECT_EQ(json("{}").content_type, "application/json");
  const auto redirect = see_other("/tasks?unit=fagai");
  EXPECT_EQ(redirect.status, 303);
  EXPECT_EQ(redirect.header("Location"), "/tasks?unit=fagai");
  EXPECT_TRUE(redirect.body->empty());
}

TEST(Responses, FindHeadersWhateverTheirCase) {
  Response response;
  response.header("X-Note", "one").header("X-Note", "two");
  EXPECT_EQ(response.header("x-nOTE"), "one");
  EXPECT_EQ(response.header("X-Not"), "");
  EXPECT_EQ(response.headers.size(), 2u);
}

TEST(Responses, RefuseControlCharactersInHeaders) {
  Response response;
  for (const std::string& bad : {std::string("a\r\nSet-Cookie: b=c"), std::string("a\nb"), std::string("a\rb"),
                                 std::string("a\0b", 3), std::string("a\x1b"), std::string("a\x7f")}) {
    EXPECT_THROW(response.header("Location", bad), std::invalid_argument);
    EXPECT_THROW(response.header(bad, "a"), std::invalid_argument);
    EXPECT_THROW(see_other(bad), std::invalid_argument);
  }
  EXPECT_TRUE(response.headers.empty());
  EXPECT_NO_THROW(response.header("X-Note", "a\tb 历下"));
}

}  // namespace
}  // namespace sjsz::http
