#include "actions/setting.h"

#include "base/log.h"
#include "base/text.h"
#include "storage/setting_store.h"

namespace sjsz::actions {
namespace {

tl::unexpected<SettingFault> fault(const char* field, std::string reason) {
  return tl::unexpected(SettingFault{field, std::move(reason)});
}

void record(Writer& db, const Actor& actor, const SettingChange& change, const std::string& before) {
  auto entry = audit_entry(actor, "setting.change");
  entry.object = change.key;
  entry.detail = R"({"from":)" + json_string(before) + R"(,"to":)" + json_string(change.value) + R"(,"reason":)" +
                 json_string(change.reason) +
                 (change.from ? R"(,"from_period":)" + json_string(to_string(*change.from)) : "") + "}";
  insert_audit(db, entry);
}

}  // namespace

tl::expected<void, SettingFault> change_setting(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const SettingKind& kind, std::string_view value,
                                                std::string_view reason, std::string_view from) {
  if (!visitor.is(kind.owner)) return fault("", "这项设置不归您管理。");
  const auto checked = kind.check(value);
  if (!checked) return fault("value", checked.error());
  SettingChange change{std::string(kind.key),   *checked, std::nullopt, std::string(trim(reason)), moment_of(actor, db),
                       visitor.account->display};
  if (change.reason.empty() || count_characters(change.reason) > 200 || !is_clean_utf8(change.reason)) {
    return fault("reason", "请写明修改原因，最多 200 个字。");
  }
  if (kind.has_period) {
    change.from = parse_month(trim(from));
    if (!change.from) return fault("from", "请写明从哪个调度期起生效，例如 2020-09。");
  }
  const auto before = find_setting(db, kind.key).value_or(std::string(kind.fallback));
  if (before == change.value && !change.from) return {};
  set_setting(db, kind.key, change.value);
  insert_setting_change(db, change);
  record(db, actor, change, before);
  return {};
}

}  // namespace sjsz::actions
