#include "domain/indicator_period.h"

#include <array>

#include "base/text.h"
#include "domain/input.h"

namespace sjsz {
namespace {

constexpr std::array<const char*, 4> kQuarters = {"一季度", "二季度", "三季度", "四季度"};

bool take(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

// 1 to 4, or 0: no quarter is named. Takes its words off the end.
int take_quarter(std::string_view& text) {
  for (int quarter = 1; quarter <= 4; ++quarter) {
    const auto number = std::to_string(quarter);
    if (take(text, kQuarters.at(static_cast<std::size_t>(quarter - 1))) || take(text, "第" + number + "季度") ||
        take(text, "Q" + number) || take(text, "q" + number) || take(text, number + "季度")) {
      if (!take(text, "年")) take(text, "-");
      return quarter;
    }
  }
  return 0;
}

// 2020-08, 2020年8月, 2020/8, 2020.8.
std::optional<Month> read_month(std::string_view text) {
  take(text, "月");
  for (const std::string_view between : {"-", "/", ".", "年"}) {
    const auto at = text.find(between);
    if (at == text.npos) continue;
    const int month =
        parse_whole(text.substr(at + between.size()).starts_with('0') ? text.substr(at + between.size() + 1)
                                                                      : text.substr(at + between.size()));
    if (month < 1 || month > 12) return std::nullopt;
    return parse_month(std::string(text.substr(0, at)) + (month < 10 ? "-0" : "-") + std::to_string(month));
  }
  return std::nullopt;
}

}  // namespace

std::optional<IndicatorPeriod> read_indicator_period(std::string_view typed) {
  const auto narrow = to_half_width(trim(typed));
  std::string_view text = trim(narrow);
  const auto in_year = [&](int last) {
    const auto month = parse_month(std::string(text) + (last < 10 ? "-0" : "-") + std::to_string(last));
    return month ? std::optional(IndicatorPeriod{last == 12 ? Rhythm::year : Rhythm::quarter, *month}) : std::nullopt;
  };
  if (const int quarter = take_quarter(text)) {
    auto period = in_year(quarter * 3);
    if (period) period->rhythm = Rhythm::quarter;
    return period;
  }
  if (text.size() == 4 || text.ends_with("年")) {
    take(text, "年");
    return in_year(12);
  }
  const auto month = read_month(text);
  return month ? std::optional(IndicatorPeriod{Rhythm::month, *month}) : std::nullopt;
}

std::string to_string(const IndicatorPeriod& period) {
  if (period.rhythm == Rhythm::month) return to_string(period.last);
  const auto year = to_string(period.last).substr(0, 4);
  return period.rhythm == Rhythm::year ? year : year + "-Q" + std::to_string(period.last.month / 3);
}

IndicatorPeriod newest_period(Rhythm rhythm, const Month& month) {
  if (rhythm == Rhythm::month) return {rhythm, month};
  const int length = rhythm == Rhythm::quarter ? 3 : 12;
  const int last = month.month / length * length;
  return {rhythm, last == 0 ? Month{month.year - 1, 12} : Month{month.year, last}};
}

IndicatorPeriod previous_period(const IndicatorPeriod& period) {
  const int length = period.rhythm == Rhythm::month ? 1 : period.rhythm == Rhythm::quarter ? 3 : 12;
  return {period.rhythm, plus_months(period.last, -length)};
}

std::string period_words(const IndicatorPeriod& period) {
  const auto year = std::to_string(period.last.year) + "年";
  if (period.rhythm == Rhythm::year) return year;
  if (period.rhythm == Rhythm::month) return year + std::to_string(period.last.month) + "月";
  return year + kQuarters.at(static_cast<std::size_t>(period.last.month / 3 - 1));
}

std::string so_far_words(const IndicatorPeriod& period) {
  if (period.is_final()) return std::to_string(period.last.year) + "年";
  return "截至" + std::to_string(period.last.month) + "月";
}

}  // namespace sjsz
