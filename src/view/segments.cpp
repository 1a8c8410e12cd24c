#include "view/segments.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace sjsz::view {
namespace {

using Range = std::pair<std::size_t, std::size_t>;  // begin, end in bytes

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t find_word(std::string_view text, std::string_view needle, std::size_t from) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  const auto at =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), needle.begin(), needle.end(), same);
  return at == text.end() ? std::string_view::npos : static_cast<std::size_t>(at - text.begin());
}

// Ranges in any order, perhaps overlapping.
Segments cut(std::string_view text, std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end());
  Segments pieces;
  std::size_t done = 0;
  for (const auto& [begin, end] : ranges) {
    if (end <= done) continue;
    const auto from = std::max(begin, done);
    if (from > done) pieces.push_back({std::string(text.substr(done, from - done)), false});
    pieces.push_back({std::string(text.substr(from, end - from)), true});
    done = end;
  }
  if (done < text.size()) pieces.push_back({std::string(text.substr(done)), false});
  return pieces;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    found.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return found;
}

void append(Segments& pieces, std::string_view character, bool marked) {
  if (pieces.empty() || pieces.back().marked != marked) pieces.push_back({"", marked});
  pieces.back().text += character;
}

// Lays all of `text` upon the stretch of `article` that needs the fewest characters put in or left out. Leaving one out
// costs a little more, so that the stretch reaches as far as the two have something in common.
class Alignment {
 public:
  static constexpr std::size_t max_cells = 4'000'000;
  static constexpr std::uint32_t cost_of_text_only = 3, cost_of_article_only = 2;

  Alignment(std::string_view text, std::string_view article)
      : text_(characters(text)), article_(characters(article)), width_(article_.size() + 1) {}

  Wordings find() {
    fill();
    return trace();
  }

 private:
  enum Step : std::uint8_t { stop, both, text_only, article_only };

  void fill() {
    steps_.assign((text_.size() + 1) * width_, stop);
    std::vector<std::uint32_t> above(width_, 0), here(width_);
    for (std::size_t i = 1; i <= text_.size(); ++i) {
      here[0] = above[0] + cost_of_text_only;
      steps_[i * width_] = text_only;
      for (std::size_t j = 1; j < width_; ++j) {
        here[j] = std::min(above[j] + cost_of_text_only, here[j - 1] + cost_of_article_only);
        Step step = here[j] == above[j] + cost_of_text_only ? text_only : article_only;
        if (text_[i - 1] == article_[j - 1] && above[j - 1] <= here[j]) {
          here[j] = above[j - 1];
          step = both;
        }
        steps_[i * width_ + j] = step;
      }
      std::swap(above, here);
    }
    end_ = static_cast<std::size_t>(std::min_element(above.begin(), above.end()) - above.begin());
  }

  Wordings trace() const {
    std::vector<Step> path;
    std::size_t i = text_.size(), j = end_;
    while (i > 0) {
      path.push_back(static_cast<Step>(steps_[i * width_ + j]));
      if (path.back() != article_only) --i;
      if (path.back() != text_only) --j;
    }
    Wordings found;
    for (std::size_t k = 0; k < j; ++k) found.before += article_[k];
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
      if (*step != article_only) append(found.text, text_[i++], *step == text_only);
      if (*step != text_only) append(found.article, article_[j++], *step == article_only);
    }
    for (std::size_t k = end_; k < article_.size(); ++k) found.after += article_[k];
    return found;
  }

  std::vector<std::string_view> text_, article_;
  std::size_t width_, end_ = 0;
  std::vector<std::uint8_t> steps_;
};

}  // namespace

Segments plain(std::string_view text) { return cut(text, {}); }

Segments mark(std::string_view text, std::string_view needle) {
  std::vector<Range> ranges;
  for (std::size_t at = 0; !needle.empty() && (at = find_word(text, needle, at)) != text.npos; at += needle.size()) {
    ranges.push_back({at, at + needle.size()});
  }
  return cut(text, std::move(ranges));
}

Segments mark_all(std::string_view text, const std::vector<std::string_view>& sentences) {
  std::vector<Range> ranges;
  for (const auto sentence : sentences) {
    const auto at = text.find(sentence);
    if (at != text.npos) ranges.push_back({at, at + sentence.size()});
  }
  return cut(text, std::move(ranges));
}

int count_marks(const Segments& segments) {
  return static_cast<int>(
      std::count_if(segments.begin(), segments.end(), [](const Segment& one) { return one.marked; }));
}

Wordings compare(std::string_view text, std::string_view article) {
  const auto at = article.find(text);
  if (at != article.npos) {
    return {plain(text), std::string(article.substr(0, at)), std::string(article.substr(at + text.size())),
            plain(text)};
  }
  if (text.size() * article.size() > Alignment::max_cells) {  // far longer than any plan: not compared in detail
    return {{{std::string(text), true}}, "", "", {{std::string(article), true}}};
  }
  return Alignment(text, article).find();
}

bool Wordings::same() const { return count_marks(text) == 0 && count_marks(article) == 0; }

}  // namespace sjsz::view
