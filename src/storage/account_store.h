// Accounts. Hashes of passwords leave this store by find_password_hash alone.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/account.h"
#include "storage/db.h"

namespace sjsz {

std::vector<Account> list_accounts(Reader& db);  // by role, then unit in official order, then name
std::optional<Account> find_account(Reader& db, std::string_view name);
std::optional<Account> find_account(Reader& db, AccountId id);
std::optional<std::string> find_password_hash(Reader& db, AccountId id);  // nothing: no password was set yet
bool has_accounts(Reader& db);
int count_active_admins(Reader& db);

// Must have passed find_account_fault, its name be new and its unit exist.
AccountId insert_account(Writer& db, const NewAccount& account, const std::optional<std::string>& password_hash);
void set_password_hash(Writer& db, AccountId id, std::string_view hash);
void set_account_disabled(Writer& db, AccountId id, bool disabled);
void set_account_role(Writer& db, AccountId id, AccountRole role, const std::optional<UnitCode>& unit);
void set_last_sign_in(Writer& db, AccountId id);  // now

}  // namespace sjsz
