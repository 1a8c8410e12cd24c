#include "view/segments.h"

#include <gtest/gtest.h>

namespace sjsz::view {
namespace {

// The pieces with [ ] round the marked ones.
std::string shown(const Segments& segments) {
  std::string text;
  for (const auto& piece : segments) text += piece.marked ? "[" + piece.text + "]" : piece.text;
  return text;
}

std::string joined(const Segments& segments) {
  std::string text;
  for (const auto& piece : segments) text += piece.text;
  return text;
}

}  // namespace

TEST(Mark, FindsEveryOccurrence) {
  const struct {
    const char *text, *needle, *want;
  } cases[] = {
      {"减煤行动，减煤", "减煤", "[减煤]行动，[减煤]"},
      {"减煤", "", "减煤"},
      {"减煤", "煤炭", "减煤"},
      {"", "煤", ""},
      {"煤煤煤", "煤煤", "[煤煤]煤"},
      {"PM2.5 与 pm2.5", "pm2", "[PM2].5 与 [pm2].5"},
      {"全", "全部", "全"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(mark(c.text, c.needle)), c.want) << c.text << " / " << c.needle;
}

TEST(Mark, CountsWhatItMarked) {
  EXPECT_EQ(count_marks(mark("减煤行动，减煤", "减煤")), 2);
  EXPECT_EQ(count_marks(plain("减煤")), 0);
  EXPECT_TRUE(plain("").empty());
}

TEST(MarkAll, MarksSentencesOnceEvenWhereTheyOverlap) {
  EXPECT_EQ(shown(mark_all("一。二。三。", {"三。", "一。"})), "[一。]二。[三。]");
  EXPECT_EQ(shown(mark_all("一。二。三。", {"一。二。", "二。三。"})), "[一。二。][三。]");
  EXPECT_EQ(shown(mark_all("一。二。", {"一。", "一。"})), "[一。]二。");
  EXPECT_EQ(shown(mark_all("一。", {"无此句。"})), "一。");
}

TEST(Compare, ShowsWhereAnnexAndArticleDiffer) {
  const struct {
    const char *why, *text, *article, *text_shown, *before, *article_shown, *after;
  } cases[] = {
      {"the same, with the units after it", "抓好管控。", "抓好管控。（区发改局）", "抓好管控。", "", "抓好管控。",
       "（区发改局）"},
      {"in the middle of the article", "突出特色。", "推进转换（甲局）。突出特色。（乙局）", "突出特色。",
       "推进转换（甲局）。", "突出特色。", "（乙局）"},
      {"words more in the article", "执行总体要求，控制", "严格执行总体方案要求，控制总量", "执行总体要求，控制",
       "严格", "执行总体[方案]要求，控制", "总量"},
      {"a word less in the article", "打击黑加油站点。", "打击黑加油站。（局）", "打击黑加油站[点]。", "",
       "打击黑加油站。", "（局）"},
      {"spaces round a number", "低于310克", "低于 310 克", "低于310克", "", "低于[ ]310[ ]克", ""},
      {"another word", "甲乙丙", "甲丁丙", "甲[乙]丙", "", "甲[丁]丙", ""},
      {"nothing in common", "甲", "乙", "[甲]", "乙", "", ""},
      {"no article", "甲", "", "[甲]", "", "", ""},
      {"no text", "", "乙", "", "", "", "乙"},
  };
  for (const auto& c : cases) {
    const auto found = compare(c.text, c.article);
    EXPECT_EQ(shown(found.text), c.text_shown) << c.why;
    EXPECT_EQ(shown(found.article), c.article_shown) << c.why;
    EXPECT_EQ(joined(found.text), c.text) << c.why;
    EXPECT_EQ(found.before + joined(found.article) + found.after, c.article) << c.why;
  }
}

TEST(Compare, SaysWhetherAnythingDiffers) {
  EXPECT_TRUE(compare("抓好管控。", "抓好管控。（区发改局）").same());
  EXPECT_FALSE(compare("抓好管控。", "抓好管控（区发改局）。").same());
}

TEST(Compare, GivesUpOnTextsFarLongerThanAnyPlan) {
  const std::string text(3000, 'a'), article(3000, 'b');
  const auto found = compare(text, article);
  EXPECT_FALSE(found.same());
  EXPECT_EQ(joined(found.text), text);
  EXPECT_EQ(joined(found.article), article);
}

}  // namespace sjsz::view
