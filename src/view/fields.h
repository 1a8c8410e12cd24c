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

struct Fault {       // templates/_faults.html
  std::string id;    // of the control
  std::string text;  // what is wrong, Chinese
};

std::string id_of(const std::string& name);  // of the control with this name

Data field_data(const Field& field);
Data choice_data(const Choice& choice);

// One link for each fault, or for each field that has one, in this order.
void add_faults(Object& page, const std::vector<Fault>& faults);
void add_faults(Object& page, const std::vector<Field>& fields, const std::vector<Choice>& choices = {});

}  // namespace sjsz::view
