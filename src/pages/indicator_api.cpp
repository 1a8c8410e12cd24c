#include "pages/indicator_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "domain/codes.h"
#include "storage/indicator_store.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

static Json decimal_json(const std::optional<Decimal>& number) {
  return number ? Json(number->to_string()) : Json(nullptr);
}

// Progress is not part of the published plan: those fields are null without a login.
static Json indicator_json(const Indicator& indicator) {
  return {{"seq", indicator.seq.value},
          {"category", indicator.category},
          {"name", indicator.name},
          {"short_name", indicator.short_name},
          {"unit", indicator.unit},
          {"target_text", indicator.target_text},
          {"target", decimal_json(indicator.target)},
          {"second_target", decimal_json(indicator.second_target)},
          {"second_target_unit", indicator.second_target ? Json(indicator.second_target_unit) : Json(nullptr)},
          {"kind", to_code(indicator.kind)},
          {"base_year", indicator.base_year},
          {"rhythm", to_code(indicator.rhythm)},
          {"seasonal", indicator.seasonal},
          {"status", nullptr},
          {"status_reason", nullptr},
          {"value", nullptr},
          {"value_period", nullptr}};
}

http::Response list_indicators_json(const Visit& visit, Reader& db) {
  Json items = Json::array();
  for (const auto& indicator : list_indicators(db, chosen_year(visit, db))) items.push_back(indicator_json(indicator));
  const auto total = items.size();
  return public_json(Json{{"items", std::move(items)}, {"total", total}}.dump());
}

http::Response show_indicator_json(const Visit& visit, Reader& db) {
  const auto indicators = list_indicators(db, chosen_year(visit, db));
  const IndicatorSeq seq{visit.request.number("seq")};
  const auto indicator =
      std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& one) { return one.seq == seq; });
  if (indicator == indicators.end()) throw http::Stop(404, "没有这项指标。");
  auto json = indicator_json(*indicator);
  json["values"] = Json::array();
  return public_json(json.dump());
}

}  // namespace sjsz
