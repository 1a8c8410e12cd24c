#include "view/data.h"

namespace sjsz::view {

Object& Object::text(const char* name, std::string_view value) {
  named_.emplace_back(name, false, std::string(value));
  return *this;
}

Object& Object::text(const char* name, int value) { return text(name, std::to_string(value)); }

Object& Object::flag(const char* name, bool value) {
  named_.emplace_back(name, false, value);
  return *this;
}

Object& Object::optional_text(const char* name, std::string_view value) {
  text(name, value);
  named_.emplace_back(name, true, !value.empty());
  return *this;
}

Object& Object::rows(const char* name, Data::Rows rows) {
  named_.emplace_back(name, false, std::move(rows));
  return *this;
}

}  // namespace sjsz::view
