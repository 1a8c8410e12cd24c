#include "base/text.h"

#include <gmock/gmock.h>

namespace sjsz {
namespace {

using testing::ElementsAre;
using namespace std::string_view_literals;

TEST(Utf8, IsTakenWhenWellFormedAndRefusedOtherwise) {
  const struct {
    const char* why;
    std::string_view bytes;
    bool clean;
  } cases[] = {
      {"empty", "", true},
      {"ASCII", "plain", true},
      {"DEL is a character", "\x7F", true},
      {"Chinese", "四减四增", true},
      {"first of two bytes, U+0080", "\xC2\x80", true},
      {"last of two bytes, U+07FF", "\xDF\xBF", true},
      {"first of three bytes, U+0800", "\xE0\xA0\x80", true},
      {"last before the surrogates, U+D7FF", "\xED\x9F\xBF", true},
      {"first after the surrogates, U+E000", "\xEE\x80\x80", true},
      {"U+FFFF", "\xEF\xBF\xBF", true},
      {"first of four bytes, U+10000", "\xF0\x90\x80\x80", true},
      {"last of all, U+10FFFF", "\xF4\x8F\xBF\xBF", true},
      {"NUL", "a\0b"sv, false},
      {"NUL in two bytes", "\xC0\x80", false},
      {"slash in two bytes", "\xC0\xAF", false},
      {"C1 never begins one", "\xC1\xBF", false},
      {"overlong in three bytes", "\xE0\x9F\xBF", false},
      {"overlong in four bytes", "\xF0\x8F\xBF\xBF", false},
      {"first surrogate, U+D800", "\xED\xA0\x80", false},
      {"last surrogate, U+DFFF", "\xED\xBF\xBF", false},
      {"above U+10FFFF", "\xF4\x90\x80\x80", false},
      {"F5 never begins one", "\xF5\x80\x80\x80", false},
      {"FF", "\xFF", false},
      {"a continuation alone", "\x80", false},
      {"cut after one of two", "\xC3", false},
      {"cut after two of three", "\xE5\x9B", false},
      {"cut after three of four", "\xF0\x9F\x98", false},
      {"broken off by ASCII",
       "\xE5\x9B"
       "a",
       false},
      {"GBK for 区", "\xC7\xF8", false},
      {"good, then bad", "区\x80", false},
  };
  for (const auto& c : cases) EXPECT_EQ(is_clean_utf8(c.bytes), c.clean) << c.why;
}

TEST(Utf8, TellsTheSizeOfTheFirstCodePoint) {
  EXPECT_EQ(code_point_size(""), 0u);
  EXPECT_EQ(code_point_size("ab"), 1u);
  EXPECT_EQ(code_point_size("\0"sv), 1u);
  EXPECT_EQ(code_point_size("é"), 2u);
  EXPECT_EQ(code_point_size("区x"), 3u);
  EXPECT_EQ(code_point_size("\U0001F600"), 4u);
  EXPECT_EQ(code_point_size("\x80区"), 0u);
}

TEST(Trim, TakesAsciiAndIdeographicSpaceFromBothEndsOnly) {
  const struct {
    std::string_view text, trimmed;
  } cases[] = {
      {"", ""},
      {" \t\r\n\v\f\u3000", ""},
      {"区发改局", "区发改局"},
      {"\u3000 区\u3000发 改局 \u3000\n", "区\u3000发 改局"},
      {"  a", "a"},
      {"a  ", "a"},
      {"\u3001a", "\u3001a"},
  };
  for (const auto& c : cases) EXPECT_EQ(trim(c.text), c.trimmed) << '"' << c.text << '"';
}

TEST(Split, KeepsEmptyPieces) {
  EXPECT_THAT(split("", '\n'), ElementsAre(""));
  EXPECT_THAT(split("a", '\n'), ElementsAre("a"));
  EXPECT_THAT(split("a\n\n区\n", '\n'), ElementsAre("a", "", "区", ""));
}

TEST(Join, PutsTheSeparatorBetweenPiecesAlone) {
  EXPECT_EQ(join({}, "、"), "");
  EXPECT_EQ(join({"区发改局"}, "、"), "区发改局");
  EXPECT_EQ(join({"区发改局", "", "区住建局"}, "、"), "区发改局、、区住建局");
}

TEST(Characters, AreCodePoints) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("PM2.5 平均"), 8u);
  EXPECT_EQ(count_characters("é\U0001F600"), 2u);
}

TEST(ChineseNumeral, CountsAsThePlanDoes) {
  const struct {
    int number;
    const char* text;
  } cases[] = {{1, "一"},      {9, "九"},    {10, "十"},     {11, "十一"}, {19, "十九"}, {20, "二十"},
               {21, "二十一"}, {90, "九十"}, {99, "九十九"}, {0, "0"},     {100, "100"}, {-3, "-3"}};
  for (const auto& c : cases) EXPECT_EQ(chinese_numeral(c.number), c.text);
}

TEST(WholeNumber, IsPlainDigitsOrNothing) {
  const struct {
    std::string_view text;
    int number;
  } cases[] = {{"0", 0},           {"9", 9},
               {"16", 16},         {"999999999", 999999999},
               {"1000000000", -1}, {"99999999999999999999", -1},
               {"", -1},           {"01", -1},
               {"00", -1},         {"-1", -1},
               {"+1", -1},         {" 1", -1},
               {"1 ", -1},         {"1.0", -1},
               {"1e400", -1},      {"0x10", -1},
               {"１", -1},         {"一", -1}};
  for (const auto& c : cases) EXPECT_EQ(parse_whole(c.text), c.number) << '"' << c.text << '"';
}

}  // namespace
}  // namespace sjsz
