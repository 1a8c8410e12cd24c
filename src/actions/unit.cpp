#include "actions/unit.h"

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "domain/rights.h"
#include "storage/period_rules_query.h"
#include "storage/unit_store.h"

namespace sjsz::actions {
namespace {

tl::unexpected<std::vector<FieldFault>> fault(const char* field, std::string reason) {
  return tl::unexpected(std::vector{FieldFault{field, std::move(reason)}});
}

void audit(Writer& db, const Actor& actor, const char* action, const UnitCode& unit, const std::string& detail) {
  auto entry = audit_entry(actor, action);
  entry.object = "unit:" + unit.value;
  entry.detail = "{" + detail + "}";
  insert_audit(db, entry);
}

std::string json_field(const char* name, const std::string& value) {
  return "\"" + std::string(name) + "\":" + json_string(value);
}

std::string contact_json(const UnitContact& contact) {
  return "{" + json_field("contact", contact.contact) + "," + json_field("phone", contact.phone) + "," +
         json_field("reviewer", contact.reviewer) + "}";
}

tl::expected<Unit, std::vector<FieldFault>> unit_of(Reader& db, const Visitor& visitor, const UnitCode& code) {
  if (!may_manage_units(visitor)) return fault("", "只有专班办公室可以管理单位。");
  auto unit = find_unit(db, code);
  if (!unit) return fault("", "没有这个单位。");
  return std::move(*unit);
}

bool is_member(Reader& db, const UnitCode& unit) {
  return std::ranges::count(list_unit_members(db), unit, &UnitMember::unit) > 0;
}

bool is_name_taken(Reader& db, const std::string& name) {
  return std::ranges::count(list_units(db), name, &Unit::name) > 0;
}

Month next_period(Writer& db, const Actor& actor) {
  return next_open_period(find_period_rules(db), business_date(moment_of(actor, db)));
}

}  // namespace

UnitOutcome change_contact(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit,
                           const UnitContact& typed) {
  if (const auto found = unit_of(db, visitor, unit); !found) return tl::unexpected(found.error());
  const auto contact = check_unit_contact(typed);
  if (!contact) return tl::unexpected(contact.error());
  const auto before = find_unit_contact(db, unit);
  if (before == *contact) return {};
  set_unit_contact(db, unit, *contact);
  audit(db, actor, "unit.contact", unit, R"("from":)" + contact_json(before) + R"(,"to":)" + contact_json(*contact));
  return {};
}

UnitOutcome add_member(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& group,
                       std::string_view name, std::string_view code) {
  const auto found = unit_of(db, visitor, group);
  if (!found) return tl::unexpected(found.error());
  if (!found->group) return fault("", "这个单位没有成员单位。");
  const auto member = check_unit_member(name, code);
  if (!member) return tl::unexpected(member.error());
  std::vector<FieldFault> taken;
  if (is_name_taken(db, member->name)) taken.push_back({"name", "已经有名为“" + member->name + "”的单位。"});
  if (find_unit(db, member->code)) taken.push_back({"code", "代码“" + member->code.value + "”已经用了，请换一个。"});
  if (!taken.empty()) return tl::unexpected(std::move(taken));
  const auto from = next_period(db, actor);
  insert_unit_member(db, *member, group, from);
  audit(db, actor, "unit.member", member->code,
        json_field("group", group.value) + "," + json_field("name", member->name) + "," +
            json_field("from_period", to_string(from)));
  return {};
}

UnitOutcome rename_member(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit,
                          std::string_view name) {
  const auto found = unit_of(db, visitor, unit);
  if (!found) return tl::unexpected(found.error());
  if (!is_member(db, unit)) return fault("", "方案写明的单位，名称以方案为准，不能在这里修改。");
  const auto checked = check_unit_name(name);
  if (!checked) return tl::unexpected(std::vector{checked.error()});
  if (*checked == found->name) return {};
  if (is_name_taken(db, *checked)) return fault("name", "已经有名为“" + *checked + "”的单位。");
  set_unit_name(db, unit, *checked);
  audit(db, actor, "unit.rename", unit, json_field("from", found->name) + "," + json_field("to", *checked));
  return {};
}

UnitOutcome set_active(Writer& db, const Actor& actor, const Visitor& visitor, const UnitCode& unit, bool active,
                       std::string_view reason) {
  const auto found = unit_of(db, visitor, unit);
  if (!found) return tl::unexpected(found.error());
  if (found->active == active) return fault("", active ? "这个单位已经启用。" : "这个单位已经停用。");
  if (!active && visitor.of_unit(unit)) {
    return fault("", "不能停用本单位，请由其他单位的专班办公室账号办理。");
  }
  const std::string checked(trim(reason));
  if (checked.empty() || !is_clean_utf8(checked) || count_characters(checked) > kMostUnitReasonCharacters) {
    return fault("reason", "请写明原因，最多 200 个字。");
  }
  const auto from = next_period(db, actor);
  set_unit_active(db, unit, active, from);
  audit(db, actor, active ? "unit.enable" : "unit.disable", unit,
        json_field("from_period", to_string(from)) + "," + json_field("reason", checked));
  return {};
}

}  // namespace sjsz::actions
