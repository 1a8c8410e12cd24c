// A small line of the months (近 12 个月): where a number comes from, beside the box for the next one. Its numbers
// stand in words too, in its title and in the list beside it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "view/data.h"

namespace sjsz::view {

struct Trend {
  struct Point {
    Month month;
    Decimal value;
  };
  std::string name;              // of what the numbers are
  std::vector<Point> points;     // oldest first, at least two
  std::optional<Decimal> limit;  // a line of its own: what is required
};

Data trend_data(const Trend& trend);  // templates/_trend.html

}  // namespace sjsz::view
