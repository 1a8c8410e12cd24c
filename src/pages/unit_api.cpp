#include "pages/unit_api.h"

#include <nlohmann/json.hpp>

#include "storage/unit_store.h"

namespace sjsz {

using Json = nlohmann::ordered_json;

http::Response list_units_json(const Visit&, Reader& db) {
  Json items = Json::array();
  for (const auto& unit : list_units(db)) {
    items.push_back({{"code", unit.code.value}, {"name", unit.name}, {"active", unit.active}, {"group", unit.group}});
  }
  const auto total = items.size();
  return public_json(Json{{"items", std::move(items)}, {"total", total}}.dump());
}

}  // namespace sjsz
