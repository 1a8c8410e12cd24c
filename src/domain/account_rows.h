// Accounts pasted from a table: 单位, 姓名, 账号, 角色, one a line.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "domain/account.h"
#include "domain/unit.h"

namespace sjsz {

inline constexpr std::size_t kMostAccountRows = 200;

struct AccountRow {
  int line = 0;            // where it stands in what was pasted, from 1
  std::string unit, role;  // as typed
  NewAccount account;      // display trimmed; name in small letters
  std::string fault;       // Chinese; empty: it may be made, as far as these rows tell
};

// Columns are separated by tabs, or where there are none by commas, or else by spaces. A heading and empty lines are
// left out. Units by name or code, roles by their Chinese names, short ones too, or codes; no role means reporter. Two
// rows with one name: the second is at fault.
std::vector<AccountRow> read_account_rows(std::string_view text, const std::vector<Unit>& units);

}  // namespace sjsz
