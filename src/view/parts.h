// What several views are made of. Plain text everywhere: templates escape.
#pragma once
#include <string>
#include <vector>

#include "domain/unit.h"

namespace sjsz::view {

struct Link {
  std::string text, url;
};

// A line of a select box.
struct Option {
  std::string value, text;
  bool selected = false;
};

// A piece of a text, marked or not (view/segments.h cuts them).
struct Segment {
  std::string text;
  bool marked = false;
};
using Segments = std::vector<Segment>;

// The units that have one role in a task, in the order of the annex.
struct RoleGroup {
  Role role = Role::support;
  std::vector<Link> units;
};

}  // namespace sjsz::view
