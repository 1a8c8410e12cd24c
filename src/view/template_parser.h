// Reads a template before the template library does: expands partials and finds every tag, with its place, so that
// mistakes are refused when loading and names can be compared with the data. Renders nothing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

struct Tag {
  enum Kind { variable, section, inverted };
  Kind kind = variable;
  std::string name;         // a-z, digits and _, or "." alone
  std::string where;        // task_list.html:12, of the file that the tag is written in
  std::vector<Tag> inside;  // of a section
};

struct ExpandedTemplate {
  std::string text;  // without partials
  std::vector<Tag> tags;
};

// Throws TemplateError for what template.h says is refused.
ExpandedTemplate expand_template(const std::string& name, const std::vector<TemplateSource>& sources);

}  // namespace sjsz::view
