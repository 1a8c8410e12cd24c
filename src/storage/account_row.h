// The columns of an account as all statements that join it name them.
#pragma once
#include "domain/account.h"
#include "storage/columns.h"

namespace sjsz {

// id, name, display, role, unit, disabled, password_hash IS NOT NULL, last_sign_in, from column `first` on.
inline Account read_account(const Query& row, int first) {
  Account account;
  account.id = {row.big(first)};
  account.name = row.text(first + 1);
  account.display = row.text(first + 2);
  account.role = code_at<AccountRole>(row, first + 3);
  if (!row.is_null(first + 4)) account.unit = UnitCode{row.text(first + 4)};
  account.disabled = row.flag(first + 5);
  account.has_password = row.flag(first + 6);
  account.last_sign_in = instant_at(row, first + 7);
  return account;
}

}  // namespace sjsz
