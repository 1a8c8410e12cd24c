#include "view/fields.h"

#include "view/parts_data.h"

namespace sjsz::view {
namespace {

Data fault_data(const Fault& fault) { return Object().text("id", fault.id).text("text", fault.text).data(); }

Object common(const std::string& name, const std::string& label, const std::string& hint, const std::string& fault) {
  return std::move(Object()
                       .text("id", id_of(name))
                       .text("name", name)
                       .text("label", label)
                       .optional_text("hint", hint)
                       .optional_text("fault", fault));
}

}  // namespace

std::string id_of(const std::string& name) { return "f-" + name; }

Data field_data(const Field& field) {
  return common(field.name, field.label, field.hint, field.fault)
      .text("type", field.type)
      .text("value", field.type == "password" ? "" : field.value)
      .text("autocomplete", field.autocomplete.empty() ? "off" : field.autocomplete)
      .flag("optional", field.optional)
      .data();
}

Data choice_data(const Choice& choice) {
  return common(choice.name, choice.label, choice.hint, choice.fault)
      .list("options", choice.options, option_data)
      .data();
}

Object form_object(const Form& form) {
  return std::move(Object()
                       .text("id", form.id)
                       .text("title", form.title)
                       .text("note", form.note)
                       .text("action", form.action)
                       .text("button", form.button)
                       .list("fields", form.fields, field_data));
}

void add_faults(Object& page, const std::vector<Field>& fields, const std::vector<Choice>& choices) {
  std::vector<Fault> faults;
  const auto add = [&](const auto& one) {
    if (!one.fault.empty()) faults.push_back({id_of(one.name), one.fault});
  };
  for (const auto& field : fields) add(field);
  for (const auto& choice : choices) add(choice);
  add_faults(page, faults);
}

void add_faults(Object& page, const std::vector<Form>& forms) {
  std::vector<Field> fields;
  std::vector<Choice> choices;
  for (const auto& form : forms) {
    fields.insert(fields.end(), form.fields.begin(), form.fields.end());
    choices.insert(choices.end(), form.choices.begin(), form.choices.end());
  }
  add_faults(page, fields, choices);
}

void add_faults(Object& page, const std::vector<Fault>& faults) {
  page.flag("has_faults", !faults.empty()).text("fault_count", static_cast<int>(faults.size()));
  page.list("faults", faults, fault_data);
}

}  // namespace sjsz::view
