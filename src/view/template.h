// Templates (mustache), parsed once and rendered strictly. The one home of the template library: views hand over Data
// (view/data.h).
//
// Loading expands partials {{>name}} textually and refuses, with template and line: a missing partial, a partial within
// itself,
// {{{x}}} or {{&x}} (but for the layout's body), changed delimiters, an unclosed or crossed section.
// Rendering throws TemplateError when a name of the template is not in the data, also in a branch that is not taken,
// when the data has a name that the template uses nowhere, and when a section is given anything but a bool or a list.
// Scope: within a list's section only the row's own names are visible, never the page's; a bool's section stays in its
// scope.
#pragma once
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sjsz::view {

class Data;

struct TemplateError : std::logic_error {
  using std::logic_error::logic_error;
};

struct TemplateSource {
  std::string name;  // task_list, for templates/task_list.html
  std::string text;
};

class Templates {
 public:
  Templates();  // none
  explicit Templates(const std::vector<TemplateSource>& sources);
  Templates(Templates&&) noexcept;
  Templates& operator=(Templates&&) noexcept;
  ~Templates();

  // Any number of threads may render at once.
  std::string render(std::string_view name, const Data& data) const;

 private:
  struct Parsed;
  std::map<std::string, std::unique_ptr<Parsed>, std::less<>> parsed_;
};

}  // namespace sjsz::view
