// Typed ids: nouns refer to each other by these and never include each other's header.
#pragma once
#include <compare>
#include <string>

namespace sjsz {

template <class Tag, class Value>
struct Id {
  Value value{};
  auto operator<=>(const Id&) const = default;
};

using ArticleNumber = Id<struct ArticleTag, int>;   // 1-19 of a year's plan
using IndicatorSeq = Id<struct IndicatorTag, int>;  // 1-19 in the order of the plan's table
using TaskSeq = Id<struct TaskTag, int>;            // 1-16 as numbered in the annex
using UnitCode = Id<struct UnitTag, std::string>;   // "fagai": in URLs, API, account names

}  // namespace sjsz
