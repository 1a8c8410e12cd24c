#include "domain/plan.h"

#include <gmock/gmock.h>

namespace sjsz {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Plan small_plan() {
  return {.chapters = {{1, "总体要求", {{{1}, "基本原则", "——其一。月初调度上月。\n——其二。"}}},
                       {2, "组织保障", {{{2}, "落实", "月初调度上月。"}, {{3}, "宣传", "没有句号"}}}}};
}

TEST(AnArticle, IsFoundByItsNumber) {
  const auto plan = small_plan();
  ASSERT_NE(find_article(plan, {3}), nullptr);
  EXPECT_EQ(find_article(plan, {3})->title, "宣传");
  EXPECT_EQ(find_article(plan, {4}), nullptr);
  EXPECT_EQ(find_article(plan, {0}), nullptr);
}

TEST(TheChapterOfAnArticle, IsTheOneItStandsIn) {
  EXPECT_EQ(chapter_of(small_plan(), {1}), 1);
  EXPECT_EQ(chapter_of(small_plan(), {2}), 2);
  EXPECT_EQ(chapter_of(small_plan(), {3}), 2);
  EXPECT_EQ(chapter_of(small_plan(), {4}), 0);
}

TEST(AQuote, ReachesFromItsFirstWordsToTheEndOfTheSentence) {
  const auto first = find_quote(small_plan(), "调度上月");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->article.value, 1);
  EXPECT_EQ(first->words, "调度上月。");
  EXPECT_EQ(find_quote(small_plan(), "没有")->words, "没有句号");
  EXPECT_FALSE(find_quote(small_plan(), "年底"));
}

TEST(Sentences, AreListedWithTheirFullStop) {
  EXPECT_THAT(list_sentences("减煤。严控煤耗，低于310。供热", "煤"), ElementsAre("减煤。", "严控煤耗，低于310。"));
  EXPECT_THAT(list_sentences("减煤。供热", "供热"), ElementsAre("供热"));
  EXPECT_THAT(list_sentences("减煤。供热", "油"), IsEmpty());
  EXPECT_THAT(list_sentences("", "油"), IsEmpty());
}

}  // namespace
}  // namespace sjsz
