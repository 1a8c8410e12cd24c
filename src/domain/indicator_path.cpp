#include "domain/indicator_path.h"

namespace sjsz {
namespace {

constexpr int kMonths = 12;

std::optional<Fraction> milestone(const IndicatorRules& rules, int month) {
  const auto found = rules.milestones.find(month);
  return found == rules.milestones.end() ? std::nullopt : std::optional(Fraction(found->second));
}

// From the end of the base year to that of the target's year in equal steps.
Path straight(const Decimal& target, int base_year, int year, int month) {
  if (base_year >= year) return {Fraction(target), PathSource::target};
  const int all = (year - base_year) * kMonths;
  return {Fraction(target) * Fraction(all - kMonths + month, all), PathSource::straight};
}

std::optional<Path> level_path(const Decimal& target, const IndicatorRules& rules, int month) {
  const auto point = rules.curve.find(month);
  if (point == rules.curve.end()) return std::nullopt;
  return Path{Fraction(target) * Fraction(point->second) / Fraction(100, 1), PathSource::curve};
}

}  // namespace

std::optional<Fraction> expected_share(const IndicatorRules& rules, int month) {
  if (rules.curve.empty()) return rules.seasonal ? std::nullopt : std::optional(Fraction(month, kMonths));
  Fraction sum;
  for (const auto& [one, share] : rules.curve) {
    if (one <= month) sum = sum + Fraction(share);
  }
  return sum / Fraction(100, 1);
}

std::optional<Path> find_path(const Indicator& indicator, const IndicatorRules& rules, int year, const Month& month) {
  if (!indicator.target || rules.kind == IndicatorKind::qualitative || rules.kind == IndicatorKind::monitored) {
    return std::nullopt;
  }
  const auto& target = *indicator.target;
  if (month.month == kMonths) return Path{Fraction(target), PathSource::target};
  if (is_total(rules.kind)) {
    const auto share = expected_share(rules, month.month);
    if (!share) return std::nullopt;
    return Path{Fraction(target) * *share, rules.curve.empty() ? PathSource::share : PathSource::curve};
  }
  if (const auto point = milestone(rules, month.month)) return Path{*point, PathSource::milestone};
  if (rules.kind == IndicatorKind::at_least) return Path{Fraction(target), PathSource::target};
  if (rules.kind == IndicatorKind::reduction) return straight(target, indicator.base_year, year, month.month);
  return level_path(target, rules, month.month);
}

bool is_at_most(IndicatorKind kind) {
  return kind == IndicatorKind::at_most_level || kind == IndicatorKind::at_most_total;
}

std::optional<Fraction> completion(IndicatorKind kind, const Decimal& amount, const Fraction& path) {
  const Fraction value(amount);
  const auto& under = is_at_most(kind) ? value : path;
  if (under.is_zero()) return std::nullopt;
  return (is_at_most(kind) ? path : value) / under;
}

bool completes(IndicatorKind kind, const Decimal& amount, const Fraction& path, int percent) {
  const Fraction value(amount);
  const auto& better = is_at_most(kind) ? path : value;
  const auto& worse = is_at_most(kind) ? value : path;
  return better * Fraction(100, 1) >= worse * Fraction(percent, 1);
}

std::optional<Fraction> year_end_forecast(const IndicatorRules& rules, const IndicatorPeriod& period,
                                          const Decimal& amount) {
  if (!is_total(rules.kind) || period.is_final()) return std::nullopt;
  const auto share = expected_share(rules, period.last.month);
  if (!share || share->is_zero()) return std::nullopt;
  return Fraction(amount) / *share;
}

int days_gone(const Month& month) {
  const std::chrono::year_month_day last{std::chrono::year(month.year) /
                                         std::chrono::month(static_cast<unsigned>(month.month)) / std::chrono::last};
  const std::chrono::year_month_day first{std::chrono::year(month.year) / std::chrono::January / 1};
  return static_cast<int>((std::chrono::sys_days(last) - std::chrono::sys_days(first)).count()) + 1;
}

std::optional<Fraction> remaining_daily_limit(const IndicatorPeriod& period, const Decimal& amount,
                                              const Decimal& target) {
  const int gone = days_gone(period.last), all = days_gone({period.last.year, kMonths});
  if (gone == all) return std::nullopt;
  return (Fraction(target) * Fraction(all, 1) - Fraction(amount) * Fraction(gone, 1)) / Fraction(all - gone, 1);
}

std::optional<Fraction> improvement(const IndicatorRules& rules, const Decimal& amount) {
  if (!rules.base_value || *rules.base_value == Decimal()) return std::nullopt;
  const Fraction base(*rules.base_value);
  return (base - Fraction(amount)) / base * Fraction(100, 1);
}

}  // namespace sjsz
