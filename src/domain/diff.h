// Where two versions of a text differ (比对): the longest they have in common, by words: a number or a word of Latin
// letters is one, every other character is one. Sentences that did not change are not looked into.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sjsz {

struct DiffPiece {
  enum Kind { same, removed, added } kind = same;
  std::string text;
  bool operator==(const DiffPiece&) const = default;
};

// Pieces in reading order, what was removed before what was added. `same` and `removed` joined are `before`, `same` and
// `added` are `after`, to the letter. Neighbours differ in kind.
std::vector<DiffPiece> diff_texts(std::string_view before, std::string_view after);

}  // namespace sjsz
