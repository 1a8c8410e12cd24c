#include "view/trend.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "view/report_words.h"

namespace sjsz::view {
namespace {

// Of the drawing, in its own units: 410 wide, 84 high.
constexpr double kLeft = 14, kRight = 316, kTop = 10, kBottom = 58;

// For drawing alone: what is shown as a number stays a Decimal.
double length_of(const Decimal& value) { return std::strtod(value.to_string().c_str(), nullptr); }

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

// Where values and months stand in the drawing.
class Scale {
 public:
  explicit Scale(const Trend& trend) : count_(trend.points.size()) {
    lowest_ = highest_ = length_of(trend.points.front().value);
    for (const auto& point : trend.points) take(length_of(point.value));
    if (trend.limit) take(length_of(*trend.limit));
  }
  double x(std::size_t place) const {
    return kLeft + (kRight - kLeft) * static_cast<double>(place) / static_cast<double>(count_ - 1);
  }
  double y(const Decimal& value) const {
    if (highest_ == lowest_) return (kTop + kBottom) / 2;
    return kBottom - (kBottom - kTop) * (length_of(value) - lowest_) / (highest_ - lowest_);
  }

 private:
  void take(double value) {
    lowest_ = std::min(lowest_, value);
    highest_ = std::max(highest_, value);
  }
  std::size_t count_;
  double lowest_ = 0, highest_ = 0;
};

std::string polyline(const Trend& trend, const Scale& scale) {
  std::string points;
  for (std::size_t i = 0; i < trend.points.size(); ++i) {
    points += (i ? " " : "") + number(scale.x(i)) + "," + number(scale.y(trend.points[i].value));
  }
  return points;
}

std::string sentence(const Trend& trend) {
  const auto &first = trend.points.front(), &last = trend.points.back();
  return trend.name + "：" + month_word(first.month) + " " + first.value.to_string() + "，" + month_word(last.month) +
         " " + last.value.to_string() + (trend.limit ? "，要求 " + trend.limit->to_string() : "");
}

// The limit's words give way to those of the last value.
double beside(double limit, double last) {
  constexpr double line = 15;
  if (std::abs(limit - last) >= line) return limit;
  return limit >= last ? last + line : last - line;
}

}  // namespace

Data trend_data(const Trend& trend) {
  const Scale scale(trend);
  const auto& last = trend.points.back();
  const double end = scale.y(last.value), limit = trend.limit ? scale.y(*trend.limit) : 0;
  return Object()
      .text("sentence", sentence(trend))
      .text("points", polyline(trend, scale))
      .text("end_x", number(kRight))
      .text("end_y", number(end))
      .text("end_text_y", number(end + 4))
      .text("end_value", last.value.to_string())
      .text("first_month", month_word(trend.points.front().month))
      .text("last_month", month_word(last.month))
      .optional_text("limit", trend.limit ? trend.limit->to_string() : "")
      .text("limit_y", number(limit))
      .text("limit_text_y", number(beside(limit, end) + 4))
      .data();
}

}  // namespace sjsz::view
