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

// One of several small forms of a page.
struct Form {
  std::string id, title, note, action, button;
  std::vector<Choice> choices;
  std::vector<Field> fields;
  std::string hidden = {};  // value of the field "active"; empty: no such field
};

struct Fault {       // templates/_faults.html
  std::string id;    // of the control
  std::string text;  // what is wrong, Chinese
};

std::string id_of(const std::string& name);  // of the control with this name

Data field_data(const Field& field);
Data choice_data(const Choice& choice);
Object form_object(const Form& form);  // without its choices and the hidden field, which not every page has

// One link for each fault, or for each field that has one, in this order.
void add_faults(Object& page, const std::vector<Fault>& faults);
void add_faults(Object& page, const std::vector<Field>& fields, const std::vector<Choice>& choices = {});
void add_faults(Object& page, const std::vector<Form>& forms);

}  // namespace sjsz::view
