#include "domain/unit.h"

#include <stdexcept>

namespace sjsz {

const std::string& name_of(const std::vector<Unit>& units, const UnitCode& code) {
  for (const auto& unit : units) {
    if (unit.code == code) return unit.name;
  }
  throw std::logic_error("no such unit: " + code.value);
}

}  // namespace sjsz
