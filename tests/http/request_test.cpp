#include "http/request.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sjsz::http {
namespace {

TEST(PercentEncoding, IsDecodedIfTheBytesAreCleanText) {
  const struct {
    std::string_view text;
    bool form;
    std::optional<std::string> bytes;
  } cases[] = {
      {"", false, ""},
      {"/tasks", false, "/tasks"},
      {"a%20b", false, "a b"},
      {"a+b", false, "a+b"},
      {"a+b", true, "a b"},
      {"a%2Bb", true, "a+b"},
      {"%E5%8E%86%e4%b8%8b", false, "历下"},
      {"历下", false, "历下"},
      {"%2e%2E%2f", false, "../"},
      {"%25%34%31", false, "%41"},  // once, not twice
      {"a%0d%0ab", true, "a\r\nb"},
      {"%", false, {}},
      {"%4", false, {}},
      {"abc%4", false, {}},
      {"%4G", false, {}},
      {"%G4", false, {}},
      {"%%34", false, {}},
      {"% 1", false, {}},
      {"%u5386", false, {}},
      {"%00", false, {}},
      {"a%00b", true, {}},
      {std::string_view("a\0b", 3), false, {}},
      {"%C0%AF", false, {}},        // overlong '/'
      {"%ED%A0%80", false, {}},     // a surrogate
      {"%F4%90%80%80", false, {}},  // above U+10FFFF
      {"%E5%8E", false, {}},
      {"%FF", false, {}},
      {"\xff", true, {}},
  };
  for (const auto& c : cases) EXPECT_EQ(decode_percent(c.text, c.form), c.bytes) << '"' << c.text << '"';
}

TEST(PercentEncoding, OfATextIsReadBackAsTheSameText) {
  EXPECT_EQ(encode_percent("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(encode_percent("历下 +/?&=%\r\n"), "%E5%8E%86%E4%B8%8B%20%2B%2F%3F%26%3D%25%0D%0A");
  const std::string text = "a=b&c 十九 100%+ \"'<>#";
  EXPECT_EQ(decode_percent(encode_percent(text), true), text);
  EXPECT_EQ(decode_percent(encode_percent(text), false), text);
}

TEST(Forms, KeepTheOrderAndTheRepetitionOfTheirFields) {
  const auto fields = parse_form("unit=fagai&role=&flag&=x&unit=gongxin&q=%E5%87%8F+%E7%85%A4&a=b=c&&");
  const Fields expected = {{"unit", "fagai"},   {"role", ""},   {"flag", ""}, {"", "x"},
                           {"unit", "gongxin"}, {"q", "减 煤"}, {"a", "b=c"}};
  ASSERT_TRUE(fields);
  EXPECT_EQ(*fields, expected);
  EXPECT_EQ(parse_form(""), Fields{});
  EXPECT_EQ(parse_form("&&&"), Fields{});
}

TEST(Forms, AreRefusedIfANameOrAValueIsMalformed) {
  for (const auto* text : {"a=%", "a=%zz", "%=a", "a=1&b=%00", "%ff=1", "a=\xe5"}) {
    EXPECT_FALSE(parse_form(text)) << text;
  }
}

TEST(Forms, AreRefusedBeyondTwoHundredFields) {
  std::string text = "a=1";
  for (int i = 1; i < 200; ++i) text += "&a=1";
  const auto fields = parse_form(text);
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->size(), 200u);
  EXPECT_FALSE(parse_form(text + "&b"));
}

TEST(Requests, AnswerWithTheFirstFieldOfAName) {
  Request request;
  request.headers = {{"accept", "text/html"}, {"accept", "*/*"}};
  request.queries = {{"unit", "fagai"}, {"unit", "gongxin"}, {"empty", ""}};
  EXPECT_EQ(request.header("accept"), "text/html");
  EXPECT_EQ(request.header("host"), "");
  EXPECT_EQ(request.query("unit"), "fagai");
  EXPECT_EQ(request.query("empty"), "");
  EXPECT_EQ(request.query("role"), std::nullopt);
}

TEST(Requests, GiveWhatTheRouterFoundInThePath) {
  Request request;
  request.parameters = {{"period", "2020-08"}, {"task", "16"}, {"unit", "fagai"}};
  EXPECT_EQ(request.month("period"), (Month{2020, 8}));
  EXPECT_EQ(request.number("task"), 16);
  EXPECT_EQ(request.parameter("unit"), "fagai");
  EXPECT_THROW(request.parameter("code"), std::logic_error);
  EXPECT_THROW(request.number("unit"), std::logic_error);
  EXPECT_THROW(request.month("task"), std::logic_error);
}

TEST(Requests, OnlyReadIfTheMethodIsGetOrHead) {
  Request request;
  for (const auto method : {Method::get, Method::head}) {
    request.method = method;
    EXPECT_TRUE(request.reads_only());
  }
  for (const auto method : {Method::post, Method::put, Method::other}) {
    request.method = method;
    EXPECT_FALSE(request.reads_only());
  }
}

}  // namespace
}  // namespace sjsz::http
