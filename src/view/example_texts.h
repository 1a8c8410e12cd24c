// Texts that the examples of views share: pieces of a real plan, and what a hostile hand would type.
#pragma once
#include <string>
#include <vector>

#include "view/parts.h"

namespace sjsz::view {

// Markup, quotes, a template tag, and a word of 2,000 characters.
std::string hostile_text();

// An address as a page would make it from hostile text: a path of ours with an encoded query.
std::string hostile_url();

struct ExampleTask {
  int seq;
  const char* label;
  const char* text;
  const char* responsible_text;
  std::vector<RoleGroup> who;
};
const std::vector<ExampleTask>& example_tasks();

}  // namespace sjsz::view
