// The JSON of plan files: seed, import, export (sjsz-plan, version 1). Knows the form of a file alone: what its
// contents must meet is domain/plan_book.h's, storing them actions/import_plan.h's.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "domain/plan_book.h"

namespace sjsz {

inline constexpr std::size_t kMostPlanBytes = 5 * 1024 * 1024;

// All or nothing: the book, or what is wrong with the file. Refuses more than kMostPlanBytes, what is not UTF-8, broken
// JSON (line and column), more than 16 levels, another format or version, keys that are double, unknown or missing, and
// values of a wrong type.
tl::expected<PlanBook, std::vector<Fault>> read_plan_book(std::string_view json);

// Keys in fixed order, two spaces a level, a newline at the end; the same book gives the same bytes.
std::string write_plan_book(const PlanBook& book);

}  // namespace sjsz
