#include "pages/setting_api.h"

#include "actions/setting.h"
#include "base/text.h"
#include "pages/json_answers.h"
#include "storage/period_rules_query.h"
#include "storage/setting_store.h"

namespace sjsz {
namespace {

using Changes = std::vector<SettingChange>;

// As it is stored, in the JSON type of the setting; what is not set is null.
Json value_json(const SettingKind& kind, const std::string& stored) {
  if (stored.empty()) return nullptr;
  if (kind.type == SettingType::yes_no) return stored == "yes";
  if (kind.type == SettingType::whole_number) return parse_whole(stored);
  return stored;
}

// As a form would send it.
std::string typed_value(const Json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

Json setting_json(Reader& db, const SettingKind& kind, const Changes& changes) {
  Json from = nullptr;
  for (const auto& change : changes) {
    if (change.key == kind.key) from = change.from ? Json(to_string(*change.from)) : Json(nullptr);
  }
  return {{"key", kind.key},
          {"name", kind.name},
          {"value", value_json(kind, setting_value(db, kind))},
          {"default", value_json(kind, std::string(kind.fallback))},
          {"owner", to_code(kind.owner)},
          {"effective_from", std::move(from)}};
}

struct TypedValue {
  std::string text;
};

void read_value(const Spot& spot, TypedValue& value) {
  if (spot.value().is_structured()) return spot.fault("应为文字、数字、true、false 或 null。");
  value.text = typed_value(spot.value());
}

struct SentChange {
  TypedValue value;
  std::string reason, from;
};

SentChange read_change(const Spot& body) {
  SentChange sent;
  Object(body)
      .read_if_any("value", sent.value)
      .read_if_any("reason", sent.reason)
      .read_if_any("effective_from", sent.from)
      .and_nothing_else();
  if (body.value().is_object() && !body.value().contains("value")) body.fault_at("value", "缺少这一项。");
  return sent;
}

}  // namespace

http::Response list_settings_json(const Visit&, Reader& db) {
  const auto changes = list_setting_changes(db);
  Json items = Json::array();
  for (const auto& kind : setting_kinds()) items.push_back(setting_json(db, kind, changes));
  const auto total = items.size();
  return http::json(Json{{"items", std::move(items)}, {"total", total}}.dump());
}

http::Response change_setting_json(const Visit& visit, Db& db) {
  const auto* kind = find_setting_kind(visit.request.parameter("key"));
  if (!kind) throw http::Stop(404, "没有这项设置。");
  auto sent = read_body(visit.request, read_change);
  return answer_once(visit, db, [&](Writer& writer) -> ApiAnswer {
    if (kind->has_period && sent.from.empty()) {
      sent.from = to_string(next_open_period(find_period_rules(writer), visit.site.clock.today()));
    }
    const auto changed =
        actions::change_setting(writer, actor_of(visit), visit.visitor, *kind, sent.value.text, sent.reason, sent.from);
    if (changed) return http::json(setting_json(writer, *kind, list_setting_changes(writer, kind->key)).dump());
    const auto& fault = changed.error();
    if (fault.field.empty()) return tl::unexpected(make_problem(visit.request, 403, fault.reason, {}));
    const auto field = fault.field == "from" ? "effective_from" : fault.field;
    return tl::unexpected(make_problem(visit.request, 422, fault.reason, {{field, fault.reason}}));
  });
}

}  // namespace sjsz
