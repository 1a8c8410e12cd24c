// One unit: what it leads, answers for alone or with others, and supports.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct UnitView {  // templates/unit.html
  struct Task {
    int seq = 0;
    std::string label, url, text;
    std::vector<RoleGroup> others;  // the other units of the task
  };
  struct Part {
    Role role = Role::support;
    std::vector<Task> tasks;
  };
  struct Mention {  // an article that names the unit beside the annex
    Link article;   // （十七）
    std::string title;
    Segments sentence;  // marked: the unit's name
  };

  std::string name;
  bool group = false;
  int place = 0, units = 0;  // third of 15 in official order
  int address_year = 0;
  std::string tasks_url;    // the task list, filtered by this unit
  std::vector<Part> parts;  // roles that it has: lead, sole, joint, support
  std::vector<Mention> mentions;
  std::optional<Link> previous, next;
};
std::vector<UnitView> unit_examples();
std::string render(const Templates& templates, const UnitView& view);

}  // namespace sjsz::view
