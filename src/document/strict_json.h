// Strict reading of JSON, for plan files and the API: what JSON libraries let pass in silence (double and unknown keys,
// any depth) is refused with the place of it.
//   Spot: a value of the document and the JSON pointer to it.    Object: reads the keys of one object into variables.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "base/decimal.h"
#include "domain/codes.h"
#include "domain/ids.h"
#include "domain/plan_book.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

// The document, or its first fault: not UTF-8, broken, more than 16 levels deep, a double key.
tl::expected<Json, Fault> parse_strict_json(std::string_view text);

class Spot {
 public:
  Spot(const Json& value, std::string place, std::vector<Fault>& faults)
      : value_(value), place_(std::move(place)), faults_(faults) {}
  const Json& value() const { return value_; }
  Spot at(std::string_view key) const;
  Spot at(std::size_t index) const;
  void fault(std::string reason) const;
  void fault_at(std::string_view key, std::string reason) const;  // of a key that may be missing

 private:
  const Json& value_;
  std::string place_;
  std::vector<Fault>& faults_;
};

// read_value puts what stands at the spot into the variable, or notes why it does not fit. Overloads for nouns are
// found by their type.
void read_value(const Spot& spot, std::string& text);
void read_value(const Spot& spot, int& number);  // 0 to 9999: years, numbers, percentages
void read_value(const Spot& spot, bool& flag);
void read_value(const Spot& spot, Date& date);
void read_value(const Spot& spot, Decimal& number);  // written as a string, so that no digit is lost

class Object {
 public:
  explicit Object(const Spot& spot);
  template <class Value>
  Object& read(const char* key, Value& value);
  template <class Value>
  Object& read_if_there(const char* key, Value& value);
  template <class Value>
  Object& read_if_any(const char* key, Value& value);        // missing or null leaves the value as it is
  Object& read_or_null(const char* key, std::string& text);  // null leaves the text empty
  Object inner(const char* key);  // if it is missing, that is said once and not for each of its keys
  void and_nothing_else() const;

 private:
  Object() = default;
  std::optional<Spot> take(const char* key);
  std::optional<Spot> take_if_any(const char* key);
  std::optional<Spot> spot_;  // nothing: there is no such object, and that is noted already
  std::set<std::string, std::less<>> taken_;
};

void refuse_code(const Spot& spot, const std::vector<std::string_view>& known);

template <class Tag, class Value>
void read_value(const Spot& spot, Id<Tag, Value>& id) {
  read_value(spot, id.value);
}

template <class Enum>
requires std::is_enum_v<Enum>
void read_value(const Spot& spot, Enum& value) {
  const auto* code = spot.value().template get_ptr<const std::string*>();
  if (const auto known = code ? from_code<Enum>(*code) : std::nullopt) {
    value = *known;
    return;
  }
  std::vector<std::string_view> codes;
  for (const auto& row : code_table<Enum>()) codes.push_back(row.second);
  refuse_code(spot, codes);
}

template <class Value>
void read_value(const Spot& spot, std::optional<Value>& value) {
  if (!spot.value().is_null()) read_value(spot, value.emplace());
}

template <class Value>
void read_value(const Spot& spot, std::vector<Value>& values) {
  if (!spot.value().is_array()) return spot.fault("应为列表。");
  for (std::size_t i = 0; i < spot.value().size(); ++i) read_value(spot.at(i), values.emplace_back());
}

template <class Value>
Object& Object::read(const char* key, Value& value) {
  if (const auto spot = take(key)) read_value(*spot, value);
  return *this;
}

template <class Value>
Object& Object::read_if_there(const char* key, Value& value) {
  return spot_ && spot_->value().contains(key) ? read(key, value) : *this;
}

template <class Value>
Object& Object::read_if_any(const char* key, Value& value) {
  if (const auto spot = take_if_any(key)) read_value(*spot, value);
  return *this;
}

}  // namespace sjsz
