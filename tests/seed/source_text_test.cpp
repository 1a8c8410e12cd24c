// The seed against the plan's text as it was extracted from the published document (plan-2020.txt): every letter of the
// one is in the other, in order. Line ends and ** are marks of the extraction; spaces, dashes and brackets are the
// plan's own.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "seed/seed_file.h"

namespace sjsz {
namespace {

std::string without(std::string text, const std::string& mark) {
  for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at)) text.erase(at, mark.size());
  return text;
}

// The one heading that stands in half-width brackets there; numbers are printed by the pages.
std::string heading(const Article& article) {
  if (article.number.value == 3) return "(三) " + article.title;
  return "（" + chinese_numeral(article.number.value) + "）" + article.title;
}

std::string indicator_table(const PlanYear& year) {
  std::string text =
      year.plan.indicator_title + year.plan.indicator_name_heading + "\t\t" + year.plan.indicator_target_heading;
  std::string category;
  for (const auto& indicator : year.indicators) {
    text += (indicator.category == category ? "" : indicator.category) + "\t" + indicator.name + "\t" +
            indicator.target_text;
    category = indicator.category;
  }
  return text + year.plan.indicator_note;
}

// The head repeats before row 9, where a page begins.
std::string annex(const PlanYear& year) {
  const auto head = join(year.plan.annex_headings, "\t");
  std::string text = year.plan.annex_mark + year.plan.annex_title + head;
  for (const auto& task : year.tasks) {
    if (task.seq.value == 9) text += head;
    text += std::to_string(task.seq.value) + "\t" + task.text + "\t" + task.responsible_text;
  }
  return text;
}

std::string whole_text(const PlanYear& year) {
  const Plan& plan = year.plan;
  std::string text = plan.title + plan.preamble;
  for (const auto& chapter : plan.chapters) {
    text += chinese_numeral(chapter.number) + "、" + chapter.title;
    for (const auto& article : chapter.articles) {
      text += heading(article) + "。" + without(article.text, "\n");
      if (article.number == plan.indicator_article) text += indicator_table(year);
    }
  }
  return text + plan.closing + plan.annex_mark + "：" + plan.annex_title + annex(year);
}

TEST(TheSeed, IsTheSourceTextToTheLetter) {
  const auto source = without(without(read_source_file("tests/seed/plan-2020.txt"), "\n"), "**");
  const auto seed = whole_text(seed_year());
  const auto same = static_cast<std::size_t>(
      std::mismatch(source.begin(), source.end(), seed.begin(), seed.end()).first - source.begin());
  EXPECT_EQ(seed.size(), source.size());
  EXPECT_EQ(seed.substr(same, 90), source.substr(same, 90))
      << "after: …" << source.substr(same > 90 ? same - 90 : 0, 90);
}

TEST(TheSeed, KeepsTheParagraphsOfTheSource) {
  const auto source = without(read_source_file("tests/seed/plan-2020.txt"), "**");
  int paragraphs = 0;
  for (const auto& chapter : seed_year().plan.chapters) {
    for (const auto& article : chapter.articles) {
      const auto pieces = split(article.text, '\n');
      for (std::size_t i = 1; i < pieces.size(); ++i, ++paragraphs) {
        EXPECT_NE(source.find("\n" + pieces[i].substr(0, 30)), source.npos) << pieces[i];
      }
    }
  }
  EXPECT_EQ(paragraphs, 3);  // the four principles of article 2: its text begins with the first
}

TEST(TheSeed, HasNoMarksOfTheExtraction) {
  const auto seed = read_source_file(kSeedPath);
  EXPECT_EQ(seed.find("**"), seed.npos);
  for (const auto* joined :
       {"现场检查等工作", "绿色改造升级", "加快制造业绿色改造升级，", "平均供电煤耗低于 310 克/千瓦时",
        "非道路移动机械高排放禁用区", "各有关部门既要各负其责"}) {
    EXPECT_NE(seed.find(joined), seed.npos) << joined;
  }
}

}  // namespace
}  // namespace sjsz
