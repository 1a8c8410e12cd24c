// Cuts text into marked pieces: words that were looked for, sentences that hold a requirement, where two wordings
// differ. Joined again, the pieces are the text, to the letter.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "view/parts.h"

namespace sjsz::view {

Segments plain(std::string_view text);  // one piece, unmarked; none for an empty text
Segments mark(std::string_view text,
              std::string_view needle);  // every occurrence, ASCII letters in either case; "" marks nothing
Segments mark_all(std::string_view text,
                  const std::vector<std::string_view>& sentences);  // those that occur to the letter
int count_marks(const Segments& segments);

// A task's text beside its article. The article holds more than the task (other tasks, the units in brackets), so the
// text is laid upon the stretch of the article that fits it best; what stands before and after it is not compared.
struct Wordings {
  Segments text;              // marked where the article has something else
  std::string before, after;  // of the article, not compared
  Segments article;           // the stretch that was compared, marked where the text has something else
  bool same() const;
};
Wordings compare(std::string_view text, std::string_view article);

}  // namespace sjsz::view
