// Accounts (账号): one person, one role; reporters and office people belong to a unit. Rules for names and passwords;
// hashing is base/password.h's.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "domain/ids.h"

namespace sjsz {

using AccountId = Id<struct AccountTag, std::int64_t>;

enum class AccountRole {
  admin,
  office,
  leader,
  reporter,
  auditor
};  // 系统管理员 专班办公室 领导 部门填报人 安全审计员

bool needs_unit(AccountRole role);  // reporter and office; nobody else has one

struct Account {
  AccountId id;
  std::string name;     // 2-32 of a-z 0-9 . _ -, begins with a letter
  std::string display;  // shown to people: 1-40 characters
  AccountRole role = AccountRole::reporter;
  std::optional<UnitCode> unit;
  bool disabled = false;
  bool has_password = false;  // false: the one-time link was not used yet
  std::optional<Instant> last_sign_in;
};

struct NewAccount {
  std::string name, display;
  AccountRole role = AccountRole::reporter;
  std::optional<UnitCode> unit;
};
struct AccountFault {
  std::string field, reason;  // name, display, role, unit; Chinese
};
// The first rule that a new account breaks; nothing if it may be made. Whether the unit exists is not asked here.
std::optional<AccountFault> find_account_fault(const NewAccount& account);

inline constexpr std::size_t kLeastPasswordCharacters = 12;
inline constexpr std::size_t kMostPasswordCharacters = 128;

// The first rule that a password breaks, as a Chinese sentence; nothing if it may be used: 12-128 characters, clean
// UTF-8 without controls, not a common one, not made of account, unit or sjsz (docs/decisions/0006).
std::optional<std::string> find_password_fault(std::string_view password, std::string_view account_name,
                                               std::string_view unit_code);

}  // namespace sjsz
