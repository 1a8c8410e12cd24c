// Template data of what several views are made of.
#pragma once
#include <optional>
#include <vector>

#include "domain/diff.h"
#include "view/data.h"
#include "view/parts.h"

namespace sjsz::view {

Data link_data(const Link& link);              // text, url
Data segment_data(const Segment& segment);     // templates/_segment.html
Data diff_data(const DiffPiece& piece);        // templates/_diff.html
Data option_data(const Option& option);        // templates/_option.html
Data role_group_data(const RoleGroup& group);  // templates/_who.html
Data plain_text(const std::string& text);      // a row that is {{.}}

// A thing that may be absent, as a list of one or none.
template <class T>
std::vector<T> one_or_none(const std::optional<T>& thing) {
  return thing ? std::vector<T>{*thing} : std::vector<T>{};
}

}  // namespace sjsz::view
