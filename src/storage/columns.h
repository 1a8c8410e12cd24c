// Columns that hold what SQLite has no type for: decimals and days and instants as texts, enumerations by their code.
// What stands in such a column has passed the table's CHECK; anything else is a damaged database and throws.
#pragma once
#include <optional>
#include <string>

#include "base/decimal.h"
#include "domain/codes.h"
#include "storage/db.h"

namespace sjsz {

inline std::optional<Decimal> decimal_at(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Decimal::parse(row.text(column)).value();
}

inline std::optional<Date> date_at(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return parse_date(row.text(column)).value();
}

inline std::optional<Instant> instant_at(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return parse_instant(row.text(column)).value();
}

// The narrative of a unit stands as task 0.
inline int task_number(const std::optional<TaskSeq>& task) { return task ? task->value : 0; }

inline std::optional<TaskSeq> task_at(const Query& row, int column) {
  const int number = row.number(column);
  return number == 0 ? std::nullopt : std::optional(TaskSeq{number});
}

template <class Enum>
Enum code_at(const Query& row, int column) {
  return from_code<Enum>(row.text(column)).value();
}

template <class Value>
std::optional<std::string> to_text(const std::optional<Value>& value) {
  if (!value) return std::nullopt;
  if constexpr (requires { value->to_string(); }) {
    return value->to_string();
  } else if constexpr (std::is_same_v<Value, Instant>) {
    return to_rfc3339(*value);
  } else {
    return to_string(*value);
  }
}

}  // namespace sjsz
