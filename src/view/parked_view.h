// A form that came after its session had expired, with all that was typed, to be sent on or dropped.
#pragma once
#include <string>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

struct ParkedView {  // templates/parked.html
  struct Field {
    std::string name, value;
  };
  std::string parked_at;  // 2020-09-03 14:05
  std::vector<Field> fields;
};
std::vector<ParkedView> parked_examples();
std::string render(const Templates& templates, const ParkedView& view);

}  // namespace sjsz::view
