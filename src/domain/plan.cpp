#include "domain/plan.h"

namespace sjsz {

constexpr std::string_view kStop = "。";

std::optional<Quote> find_quote(const Plan& plan, std::string_view opening) {
  for (const auto& chapter : plan.chapters) {
    for (const auto& article : chapter.articles) {
      const auto begin = article.text.find(opening);
      if (begin == article.text.npos) continue;
      const auto stop = article.text.find(kStop, begin);
      const auto length = stop == article.text.npos ? stop : stop + kStop.size() - begin;
      return Quote{article.number, article.text.substr(begin, length)};
    }
  }
  return std::nullopt;
}

std::vector<std::string> list_sentences(std::string_view text, std::string_view words) {
  std::vector<std::string> found;
  while (!text.empty()) {
    const auto stop = text.find(kStop);
    const auto sentence = text.substr(0, stop == text.npos ? stop : stop + kStop.size());
    if (sentence.find(words) != sentence.npos) found.emplace_back(sentence);
    text.remove_prefix(sentence.size());
  }
  return found;
}

const Article* find_article(const Plan& plan, ArticleNumber number) {
  for (const auto& chapter : plan.chapters) {
    for (const auto& article : chapter.articles) {
      if (article.number == number) return &article;
    }
  }
  return nullptr;
}

int chapter_of(const Plan& plan, ArticleNumber number) {
  for (const auto& chapter : plan.chapters) {
    for (const auto& article : chapter.articles) {
      if (article.number == number) return chapter.number;
    }
  }
  return 0;
}

}  // namespace sjsz
