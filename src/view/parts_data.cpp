#include "view/parts_data.h"

#include "view/words.h"

namespace sjsz::view {

Data link_data(const Link& link) { return Object().text("text", link.text).text("url", link.url).data(); }

Data segment_data(const Segment& segment) {
  return Object().text("piece", segment.text).flag("marked", segment.marked).data();
}

Data diff_data(const DiffPiece& piece) {
  return Object()
      .text("piece", piece.text)
      .flag("same", piece.kind == DiffPiece::same)
      .flag("removed", piece.kind == DiffPiece::removed)
      .flag("added", piece.kind == DiffPiece::added)
      .data();
}

Data option_data(const Option& option) {
  return Object().text("value", option.value).text("text", option.text).flag("selected", option.selected).data();
}

Data role_group_data(const RoleGroup& group) {
  return Object()
      .text("role", role_word(group.role))
      .flag("leads", group.role != Role::support)
      .list("units", group.units,
            [&](const Link& unit) {
              return Object()
                  .text("name", unit.text)
                  .text("url", unit.url)
                  .flag("more", &unit != &group.units.back())
                  .data();
            })
      .data();
}

Data plain_text(const std::string& text) { return Data(text); }

}  // namespace sjsz::view
