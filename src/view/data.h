// Template data, built by moving: Object().text("label", task.label).list("who", task.who, group_data).data().
// The library cannot list the names of an object, so each carries them itself, under the empty name that no template
// can ask for.
#pragma once
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

class Object {
 public:
  Object& text(const char* name, std::string_view value) { return put(name, Data(std::string(value))); }
  Object& text(const char* name, int value) { return put(name, Data(std::to_string(value))); }
  Object& flag(const char* name, bool value) { return put(name, Data(value)); }

  // What may be absent: the text, and has_NAME as its flag.
  Object& optional_text(const char* name, std::string_view value) {
    return text(name, value).flag(("has_" + std::string(name)).c_str(), !value.empty());
  }

  // Rows: make(item) is the Data of one.
  template <class Items, class Make>
  Object& list(const char* name, const Items& items, Make make) {
    Data rows(Data::type::list);
    // The library offers no way to move into a list; this one is not const, so casting is allowed.
    auto& inside = const_cast<kainjow::mustache::list&>(rows.list_value());
    inside.reserve(items.size());
    for (const auto& item : items) inside.push_back(make(item));
    return put(name, std::move(rows));
  }

  Data data() {
    data_[""] = Data(names_);
    return std::move(data_);
  }

 private:
  Object& put(const char* name, Data&& value) {
    data_[name] = std::move(value);
    names_.append(name).append("\n");
    return *this;
  }

  Data data_;
  std::string names_;
};

}  // namespace sjsz::view
