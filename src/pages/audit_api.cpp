#include "pages/audit_api.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "pages/audit_filter.h"

namespace sjsz {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostRows = 500;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json item(const AuditRow& row) {
  const auto& entry = row.entry;
  return {{"id", row.link.id},
          {"at", row.at},
          {"actor", or_null(entry.actor)},
          {"role", or_null(entry.role)},
          {"unit", or_null(entry.unit)},
          {"via", entry.via},
          {"source", or_null(entry.source)},
          {"action", entry.action},
          {"object", or_null(entry.object)},
          {"outcome", entry.outcome},
          {"detail", or_null(entry.detail)},
          {"request_id", or_null(entry.request_id)},
          {"hash", to_hex(row.link.hash)}};
}

}  // namespace

http::Response list_audit_json(const Visit& visit, Reader& db) {
  const auto after = asked_row(visit.request, "after", 0);
  Json items = Json::array();
  for (const auto& row : list_audit_after(db, {}, after, kMostRows)) items.push_back(item(row));
  const Json answer{{"items", std::move(items)}, {"total", count_audit_after(db, after)}};
  return http::json(answer.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace sjsz
