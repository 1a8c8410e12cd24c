#include "pages/indicator_pages.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/codes.h"
#include "pages/layout.h"
#include "storage/plan_year_query.h"
#include "view/indicator_list_view.h"
#include "view/indicator_view.h"
#include "view/links.h"
#include "view/words.h"

namespace sjsz {
namespace {

struct Filter {
  std::string category;
  std::optional<IndicatorKind> kind;
  bool takes(const Indicator& one) const {
    return (category.empty() || one.category == category) && (!kind || one.kind == *kind);
  }
};

// The categories or kinds that occur, each once, in the order of the table.
std::vector<view::Option> category_options(const std::vector<Indicator>& indicators, const Filter& filter) {
  std::vector<view::Option> options;
  for (const auto& one : indicators) {
    if (!options.empty() && options.back().value == one.category) continue;
    options.push_back({one.category, one.category, one.category == filter.category});
  }
  return options;
}

std::vector<view::Option> kind_options(const std::vector<Indicator>& indicators, const Filter& filter) {
  std::vector<view::Option> options;
  for (const auto& one : indicators) {
    const std::string code(to_code(one.kind));
    const auto there = [&](const view::Option& option) { return option.value == code; };
    if (std::any_of(options.begin(), options.end(), there)) continue;
    options.push_back({code, std::string(view::kind_word(one.kind)), filter.kind == one.kind});
  }
  return options;
}

Filter check_filter(const http::Request& request, const std::vector<Indicator>& indicators) {
  Filter filter;
  filter.category = request.query("category").value_or("");
  const auto in_category = [&](const Indicator& one) { return one.category == filter.category; };
  if (!filter.category.empty() && std::none_of(indicators.begin(), indicators.end(), in_category)) {
    throw WrongQuery("category", "指标体系没有这个类别，请在“类别”里重新选择。");
  }
  const auto kind = request.query("kind").value_or("");
  if (kind.empty()) return filter;
  filter.kind = from_code<IndicatorKind>(kind);
  if (!filter.kind) throw WrongQuery("kind", "没有这个类型，请在“类型”里重新选择。");
  return filter;
}

// The base year that most indicators have; the table marks the others.
int common_base_year(const std::vector<Indicator>& indicators) {
  std::map<int, int> times;
  for (const auto& one : indicators) ++times[one.base_year];
  const auto most = std::max_element(times.begin(), times.end(),
                                     [](const auto& left, const auto& right) { return left.second < right.second; });
  return most == times.end() ? 0 : most->first;
}

view::IndicatorListView::Row row(const Indicator& one, int address_year) {
  return {one.seq.value,   view::indicator_url(one.seq, address_year),
          one.short_name,  one.unit,
          one.target_text, one.kind,
          one.base_year,   one.rhythm};
}

std::optional<view::Link> link_to(const std::vector<Indicator>& indicators, int seq, int address_year) {
  for (const auto& one : indicators) {
    if (one.seq.value == seq) return view::Link{one.short_name, view::indicator_url(one.seq, address_year)};
  }
  return std::nullopt;
}

}  // namespace

http::Response list_indicators(const Visit& visit, Reader& db) {
  const int year = chosen_year(visit, db);
  const auto whole = found(find_plan_year(db, year));
  const auto& [plan, indicators] = std::tie(whole.plan, whole.indicators);
  const auto filter = check_filter(visit.request, indicators);

  view::IndicatorListView list;
  list.title = plan.indicator_title;
  list.target_heading = plan.indicator_target_heading;
  list.note = plan.indicator_note;
  list.address_year = whole.address_year;
  list.table_url = view::plan_table_url(list.address_year);
  list.categories = category_options(indicators, filter);
  list.kinds = kind_options(indicators, filter);
  list.assessed = static_cast<int>(
      std::count_if(indicators.begin(), indicators.end(), [](const Indicator& one) { return one.assessed(); }));
  list.monitored = static_cast<int>(indicators.size()) - list.assessed;
  list.common_base_year = common_base_year(indicators);
  for (const auto& one : indicators) {
    if (!filter.takes(one)) continue;
    if (list.groups.empty() || list.groups.back().category != one.category) list.groups.push_back({one.category, {}});
    list.groups.back().rows.push_back(row(one, list.address_year));
  }
  const auto body = view::render(visit.site.templates, list);
  return public_page(in_layout(visit, db, {plan.indicator_title, "indicator", year}, body));
}

http::Response show_indicator(const Visit& visit, Reader& db) {
  const int year = chosen_year(visit, db);
  const auto whole = found(find_plan_year(db, year));
  const auto& [plan, indicators] = std::tie(whole.plan, whole.indicators);
  const int seq = visit.request.number("seq");
  const auto one = std::find_if(indicators.begin(), indicators.end(),
                                [&](const Indicator& indicator) { return indicator.seq.value == seq; });
  if (one == indicators.end()) throw http::Stop(404, "指标体系没有第 " + std::to_string(seq) + " 项。");

  view::IndicatorView page;
  page.seq = seq;
  page.year = year;
  page.address_year = whole.address_year;
  page.name = one->name;
  page.short_name = one->short_name;
  page.category = one->category;
  page.category_url = view::with_query(view::indicators_url(page.address_year), "category", one->category);
  page.unit = one->unit;
  page.target_text = one->target_text;
  page.table_title = plan.indicator_title;
  page.target_heading = plan.indicator_target_heading;
  page.note = plan.indicator_note;
  page.target = one->target;
  page.second_target = one->second_target;
  page.second_target_unit = one->second_target_unit;
  page.kind = one->kind;
  page.base_year = one->base_year;
  page.seasonal = one->seasonal;
  page.rhythm = one->rhythm;
  page.second_threshold = one->second_threshold;
  page.previous = link_to(indicators, seq - 1, page.address_year);
  page.next = link_to(indicators, seq + 1, page.address_year);
  const auto body = view::render(visit.site.templates, page);
  return public_page(in_layout(visit, db, {one->short_name, "indicator", year}, body));
}

}  // namespace sjsz
