#include "domain/diff.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace sjsz {
namespace {

using Words = std::vector<std::string_view>;

// Longer stretches are shown as replaced whole: nobody reads them word by word.
constexpr std::size_t kMostCells = 2'000'000;
// What two changes have in common between them is not worth showing if it is no longer than this.
constexpr std::size_t kIsland = 1;

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
}

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end == begin) end += std::max<std::size_t>(code_point_size(text.substr(begin)), 1);
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

Words sentences_of(std::string_view text) {
  Words sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(code_point_size(text.substr(at)), 1);
    const auto character = text.substr(at, size);
    at += size;
    if (character != "。" && character != "；" && character != "\n" && at < text.size()) continue;
    sentences.push_back(text.substr(begin, at - begin));
    begin = at;
  }
  return sentences;
}

void append(std::vector<DiffPiece>& pieces, DiffPiece::Kind kind, std::string_view text) {
  if (text.empty()) return;
  if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, ""});
  pieces.back().text += text;
}

// The longest common subsequence of two lists, as pieces that are not yet in order within a change.
std::vector<DiffPiece> align(const Words& before, const Words& after) {
  const std::size_t width = after.size() + 1;
  std::vector<std::uint32_t> longest((before.size() + 1) * width, 0);  // of the rests that begin at i and j
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      longest[i * width + j] = before[i] == after[j]
                                   ? longest[(i + 1) * width + j + 1] + 1
                                   : std::max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  std::vector<DiffPiece> pieces;
  std::size_t i = 0, j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      append(pieces, DiffPiece::same, before[i++]);
      ++j;
    } else if (j == after.size() || (i < before.size() && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      append(pieces, DiffPiece::removed, before[i++]);
    } else {
      append(pieces, DiffPiece::added, after[j++]);
    }
  }
  return pieces;
}

bool fits(const Words& before, const Words& after) { return (before.size() + 1) * (after.size() + 1) <= kMostCells; }

std::vector<DiffPiece> replaced(std::string_view before, std::string_view after) {
  return {{DiffPiece::removed, std::string(before)}, {DiffPiece::added, std::string(after)}};
}

// Of one change: what was removed, then what was added, with the small islands between them.
class Change {
 public:
  void take(const DiffPiece& piece) {
    if (piece.kind != DiffPiece::added) removed_ += piece.text;
    if (piece.kind != DiffPiece::removed) added_ += piece.text;
  }
  bool empty() const { return removed_.empty() && added_.empty(); }
  void flush(std::vector<DiffPiece>& pieces) {
    append(pieces, DiffPiece::removed, removed_);
    append(pieces, DiffPiece::added, added_);
    removed_.clear();
    added_.clear();
  }

 private:
  std::string removed_, added_;
};

std::vector<DiffPiece> tidy(const std::vector<DiffPiece>& rough) {
  std::vector<DiffPiece> pieces;
  Change change;
  for (std::size_t i = 0; i < rough.size(); ++i) {
    const bool island = rough[i].kind == DiffPiece::same && !change.empty() && i + 1 < rough.size() &&
                        words_of(rough[i].text).size() <= kIsland;
    if (rough[i].kind != DiffPiece::same || island) {
      change.take(rough[i]);
      continue;
    }
    change.flush(pieces);
    append(pieces, DiffPiece::same, rough[i].text);
  }
  change.flush(pieces);
  return pieces;
}

std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after) {
  const Words old_words = words_of(before), new_words = words_of(after);
  return fits(old_words, new_words) ? align(old_words, new_words) : replaced(before, after);
}

}  // namespace

std::vector<DiffPiece> diff_texts(std::string_view before, std::string_view after) {
  const Words old_sentences = sentences_of(before), new_sentences = sentences_of(after);
  if (!fits(old_sentences, new_sentences)) return tidy(replaced(before, after));
  std::vector<DiffPiece> rough;
  Change change;
  const auto look_into_change = [&] {
    std::vector<DiffPiece> whole;
    change.flush(whole);
    std::string removed, added;
    for (const auto& piece : whole) (piece.kind == DiffPiece::removed ? removed : added) = piece.text;
    for (const auto& piece : diff_words(removed, added)) append(rough, piece.kind, piece.text);
  };
  for (const auto& piece : align(old_sentences, new_sentences)) {
    if (piece.kind != DiffPiece::same) {
      change.take(piece);
      continue;
    }
    look_into_change();
    append(rough, DiffPiece::same, piece.text);
  }
  look_into_change();
  return tidy(rough);
}

}  // namespace sjsz
