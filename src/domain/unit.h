// Units (责任单位): organisations that report. Not departments alone: 街道办事处 and 中心 are units too.
#pragma once
#include <string>
#include <vector>

#include "domain/ids.h"

namespace sjsz {

struct Unit {
  UnitCode code;       // 2-20 of a-z and digits, begins with a letter
  std::string name;    // as the plan writes it
  bool group = false;  // stands for many offices (各街道办事处)
  bool active = true;
};

// The name of a unit of this list; std::logic_error if it is not among them.
const std::string& name_of(const std::vector<Unit>& units, const UnitCode& code);

// A unit's part in a task (分工), as the annex writes it.
enum class Role { lead, support, joint, sole };  // 牵头, 配合, 共同负责, 独立负责

}  // namespace sjsz
