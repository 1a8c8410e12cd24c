#include "actions/account.h"

#include "base/log.h"
#include "domain/codes.h"
#include "storage/account_store.h"
#include "storage/link_store.h"
#include "storage/session_store.h"
#include "storage/token_store.h"
#include "storage/unit_store.h"

namespace sjsz::actions {
namespace {

void record(Writer& db, const Actor& actor, const char* action, const std::string& name, std::string detail = "") {
  auto entry = audit_entry(actor, action);
  entry.object = "account:" + name;
  entry.detail = std::move(detail);
  insert_audit(db, entry);
}

std::string role_detail(AccountRole role, const std::optional<UnitCode>& unit) {
  return R"({"role":)" + json_string(to_code(role)) + R"(,"unit":)" + (unit ? json_string(unit->value) : "null") + "}";
}

void end_everything(Writer& db, AccountId account) {
  delete_sessions(db, account);
  delete_tokens(db, account);
  delete_links(db, account);
}

bool is_last_admin(Reader& db, const Account& account) {
  return account.role == AccountRole::admin && !account.disabled && count_active_admins(db) <= 1;
}

// Why this actor may not take this account's power away.
std::optional<std::string> find_refusal(Reader& db, const Actor& actor, const Account& account) {
  if (actor.name == account.name) return "不能停用自己的账号，也不能改自己的角色，请由另一名系统管理员办理";
  if (is_last_admin(db, account)) return "这是最后一个启用的系统管理员账号，不能停用或改为其他角色";
  return std::nullopt;
}

}  // namespace

std::optional<AccountFault> find_fault(Reader& db, const NewAccount& account) {
  if (auto fault = find_account_fault(account)) return fault;
  if (find_account(db, account.name)) return AccountFault{"name", "账号“" + account.name + "”已经有了，请换一个"};
  if (account.unit && !find_unit(db, *account.unit)) {
    return AccountFault{"unit", "没有代码为“" + account.unit->value + "”的单位"};
  }
  return std::nullopt;
}

tl::expected<AccountId, AccountFault> make_account(Writer& db, const Actor& actor, const NewAccount& account,
                                                   const std::optional<std::string>& password_hash) {
  if (auto fault = find_fault(db, account)) return tl::unexpected(*fault);
  const auto id = insert_account(db, account, password_hash);
  delete_setup_links(db);
  record(db, actor, "account.add", account.name, role_detail(account.role, account.unit));
  return id;
}

Done disable_account(Writer& db, const Actor& actor, const Account& account) {
  const auto present = find_account(db, account.id).value();
  if (const auto refusal = find_refusal(db, actor, present)) return tl::unexpected(*refusal);
  if (present.disabled) return {};
  set_account_disabled(db, account.id, true);
  end_everything(db, account.id);
  record(db, actor, "account.disable", account.name);
  return {};
}

Done enable_account(Writer& db, const Actor& actor, const Account& account) {
  if (!find_account(db, account.id).value().disabled) return {};
  set_account_disabled(db, account.id, false);
  record(db, actor, "account.enable", account.name);
  return {};
}

Done change_role(Writer& db, const Actor& actor, const Account& account, AccountRole role,
                 const std::optional<UnitCode>& unit) {
  const auto present = find_account(db, account.id).value();
  if (present.role == role && present.unit == unit) return {};
  if (const auto fault = find_account_fault({present.name, present.display, role, unit})) {
    return tl::unexpected(fault->reason);
  }
  if (unit && !find_unit(db, *unit)) return tl::unexpected("没有代码为“" + unit->value + "”的单位");
  if (const auto refusal = find_refusal(db, actor, present)) return tl::unexpected(*refusal);
  set_account_role(db, account.id, role, unit);
  delete_sessions(db, account.id);
  delete_tokens(db, account.id);
  record(db, actor, "account.role", account.name, role_detail(role, unit));
  return {};
}

void set_password(Writer& db, const Actor& actor, const Account& account, const std::string& hash,
                  std::string_view kept, bool end_tokens) {
  set_password_hash(db, account.id, hash);
  delete_sessions(db, account.id, kept);
  delete_links(db, account.id);
  if (end_tokens) delete_tokens(db, account.id);
  record(db, actor, "account.password", account.name);
}

}  // namespace sjsz::actions
