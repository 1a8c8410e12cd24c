// Plain form fields one below the other, and the summary of what is wrong with them: sign-in, accounts, settings.
#pragma once
#include <string>
#include <vector>

#include "view/data.h"
#include "view/parts.h"

namespace sjsz::view {

struct Field {  // templates/_field.html
  std::string name, label;
  std::string type = "text";  // of the input: text, password, number
  std::string value;
  std::string autocomplete;  // as HTML names it; empty: off
  std::string hint, fault;
  bool optional = false;
};

struct Choice {  // templates/_choice.html
  std::string name, label;
  std::vector<Option> options;
  std::string hint, fault;
};

Data field_data(const Field& field);
Data choice_data(const Choice& choice);

// templates/_faults.html: one link for each field that has a fault, in this order.
void add_faults(Object& page, const std::vector<Field>& fields, const std::vector<Choice>& choices = {});

}  // namespace sjsz::view
