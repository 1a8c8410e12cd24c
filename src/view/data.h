// Template data: Object().text("label", task.label).list("who", task.who, group_data).data().
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sjsz::view {

struct NamedData;

// A text, a flag, the rows of a section, or an object, that is names with such values.
class Data {
 public:
  using Rows = std::vector<Data>;
  using Object = std::vector<NamedData>;

  explicit Data(std::string text);
  explicit Data(bool flag);
  explicit Data(Rows rows);
  explicit Data(Object object);

  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const bool* flag() const { return std::get_if<bool>(&value_); }
  const Rows* rows() const { return std::get_if<Rows>(&value_); }
  const Object* object() const { return std::get_if<Object>(&value_); }

 private:
  std::variant<std::string, bool, Rows, Object> value_;
};

// Names are literals: they outlive what they name.
struct NamedData {
  template <class Value>
  NamedData(std::string_view known, bool whether, Value&& made)
      : name(known), has(whether), value(std::forward<Value>(made)) {}
  std::string_view name;
  bool has;  // the flag has_NAME of a text that may be absent
  Data value;

  bool is(std::string_view tag) const { return has ? tag.starts_with("has_") && tag.substr(4) == name : tag == name; }
};

// Here, for only now is it known what an object consists of.
inline Data::Data(std::string text) : value_(std::move(text)) {}
inline Data::Data(bool flag) : value_(flag) {}
inline Data::Data(Rows rows) : value_(std::move(rows)) {}
inline Data::Data(Object object) : value_(std::move(object)) {}

class Object {
 public:
  Object() { named_.reserve(8); }  // most have fewer
  Object& text(const char* name, std::string_view value);
  Object& text(const char* name, int value);
  Object& flag(const char* name, bool value);
  Object& optional_text(const char* name, std::string_view value);  // may be absent: the text, and its flag has_NAME

  // Rows: make(item) is the Data of one.
  template <class Items, class Make>
  Object& list(const char* name, const Items& items, Make make) {
    Data::Rows rows;
    rows.reserve(items.size());
    for (const auto& item : items) rows.push_back(make(item));
    return this->rows(name, std::move(rows));
  }

  Data data() { return Data(std::move(named_)); }

 private:
  Object& rows(const char* name, Data::Rows rows);

  Data::Object named_;
};

}  // namespace sjsz::view
