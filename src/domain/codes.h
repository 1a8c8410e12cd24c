// The names of enumerations in database, JSON and URLs, one table each: to_code(Role::lead) == "lead",
// from_code<Role>("lead").
#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "domain/indicator_value.h"
#include "domain/report.h"
#include "domain/task.h"
#include "domain/task_light.h"
#include "domain/unit.h"
#include "domain/visitor.h"

namespace sjsz {

template <class Enum>
std::span<const std::pair<Enum, std::string_view>> code_table();

template <>
std::span<const std::pair<Role, std::string_view>> code_table<Role>();
template <>
std::span<const std::pair<IndicatorKind, std::string_view>> code_table<IndicatorKind>();
template <>
std::span<const std::pair<Rhythm, std::string_view>> code_table<Rhythm>();
template <>
std::span<const std::pair<RequirementKind, std::string_view>> code_table<RequirementKind>();
template <>
std::span<const std::pair<Comparison, std::string_view>> code_table<Comparison>();
template <>
std::span<const std::pair<ValueType, std::string_view>> code_table<ValueType>();

template <>
std::span<const std::pair<ReportState, std::string_view>> code_table<ReportState>();
template <>
std::span<const std::pair<WorkState, std::string_view>> code_table<WorkState>();

template <>
std::span<const std::pair<AccountRole, std::string_view>> code_table<AccountRole>();
template <>
std::span<const std::pair<TokenScope, std::string_view>> code_table<TokenScope>();

template <>
std::span<const std::pair<ValueNature, std::string_view>> code_table<ValueNature>();
template <>
std::span<const std::pair<RevisionOutcome, std::string_view>> code_table<RevisionOutcome>();
template <>
std::span<const std::pair<DisputeOutcome, std::string_view>> code_table<DisputeOutcome>();
template <>
std::span<const std::pair<IndicatorStatus, std::string_view>> code_table<IndicatorStatus>();
template <>
std::span<const std::pair<IndicatorSetting, std::string_view>> code_table<IndicatorSetting>();
template <>
std::span<const std::pair<TaskLight, std::string_view>> code_table<TaskLight>();

template <class Enum>
std::string_view to_code(Enum value) {
  for (const auto& [one, code] : code_table<Enum>()) {
    if (one == value) return code;
  }
  return {};
}

template <class Enum>
std::optional<Enum> from_code(std::string_view code) {
  for (const auto& [one, its_code] : code_table<Enum>()) {
    if (its_code == code) return one;
  }
  return std::nullopt;
}

}  // namespace sjsz
