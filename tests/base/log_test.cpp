#include "base/log.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace sjsz {
namespace {

using testing::MatchesRegex;
using namespace std::string_view_literals;

class Log : public testing::Test {
 protected:
  void TearDown() override { set_log_level("info"); }

  template <class Write>
  std::string written(Write write) {
    testing::internal::CaptureStderr();
    write();
    return testing::internal::GetCapturedStderr();
  }
};

TEST_F(Log, WritesOneObjectALine) {
  const auto line =
      written([] { log(LogLevel::warning, "request").text("path", "/tasks/\"九\"\n").number("status", -404); });
  EXPECT_THAT(
      line, MatchesRegex(
                "\\{\"at\":\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z\",\"level\":\"warning\","
                "\"event\":\"request\",\"path\":\"/tasks/\\\\\"九\\\\\"\\\\u000a\",\"status\":-404\\}\n"));
}

TEST_F(Log, LeavesOutWhatIsBelowItsLevel) {
  const auto everything = [] {
    log(LogLevel::debug, "d").text("a", "b").number("c", 1);
    log(LogLevel::info, "i");
    log(LogLevel::error, "e");
  };
  const auto count = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  EXPECT_EQ(count(written(everything)), 2);
  ASSERT_TRUE(set_log_level("debug"));
  EXPECT_EQ(count(written(everything)), 3);
  ASSERT_TRUE(set_log_level("error"));
  EXPECT_EQ(count(written(everything)), 1);
  ASSERT_TRUE(set_log_level("off"));
  EXPECT_EQ(written(everything), "");
}

TEST_F(Log, RefusesALevelThatDoesNotExist) {
  EXPECT_FALSE(set_log_level("loud"));
  EXPECT_FALSE(set_log_level(""));
  EXPECT_TRUE(log_enabled(LogLevel::info));
  EXPECT_FALSE(log_enabled(LogLevel::debug));
}

TEST(JsonString, EscapesWhatWouldBreakOutOfIt) {
  const struct {
    const char* why;
    std::string_view text, literal;
  } cases[] = {
      {"empty", "", R"("")"},
      {"Chinese stays", "区发改局", R"("区发改局")"},
      {"quotes and backslash", R"(a"b\c)", R"("a\"b\\c")"},
      {"line end", "a\r\nb", R"("a\u000d\u000ab")"},
      {"NUL, escape and DEL", "\0\x1b\x7f"sv, R"("\u0000\u001b\u007f")"},
      {"a bad byte", "a\xFFz", "\"a\uFFFDz\""},
      {"each bad byte is one, good letters around it stay", "区\xE5\x9B改", "\"区\uFFFD\uFFFD改\""},
      {"a surrogate", "\xED\xA0\x80", "\"\uFFFD\uFFFD\uFFFD\""},
      {"four bytes", "\U0001F600", "\"\U0001F600\""},
      {"NUL beside Chinese", "区\0"sv, R"("区\u0000")"},
  };
  for (const auto& c : cases) EXPECT_EQ(json_string(c.text), c.literal) << c.why;
}

}  // namespace
}  // namespace sjsz
