#include "domain/account_rows.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/codes.h"

namespace sjsz {
namespace {

std::optional<AccountRole> find_role(std::string_view typed) {
  static constexpr std::pair<std::string_view, AccountRole> words[] = {
      {"", AccountRole::reporter},       {"部门填报人", AccountRole::reporter}, {"填报人", AccountRole::reporter},
      {"填报员", AccountRole::reporter}, {"专班办公室", AccountRole::office},   {"办公室", AccountRole::office},
      {"专班", AccountRole::office},     {"领导", AccountRole::leader},         {"安全审计员", AccountRole::auditor},
      {"审计员", AccountRole::auditor},  {"系统管理员", AccountRole::admin},    {"管理员", AccountRole::admin}};
  for (const auto& [word, role] : words) {
    if (word == typed) return role;
  }
  return from_code<AccountRole>(typed);
}

bool is_nothing(std::string_view typed) {
  return typed.empty() || typed == "无" || typed == "-" || typed == "—" || typed == "——";
}

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  std::string whole(line);
  for (std::size_t at = 0; (at = whole.find("，", at)) != whole.npos;) whole.replace(at, std::string("，").size(), ",");
  const char separator = whole.find('\t') != whole.npos ? '\t' : whole.find(',') != whole.npos ? ',' : ' ';
  for (const auto& piece : split(whole, separator)) {
    if (separator != ' ' || !piece.empty()) columns.emplace_back(trim(piece));
  }
  return columns;
}

bool is_heading(const std::vector<std::string>& columns) { return std::ranges::find(columns, "账号") != columns.end(); }

std::string small_letters(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

void read_unit(AccountRow& row, const std::vector<Unit>& units) {
  if (is_nothing(row.unit)) return;
  const auto unit =
      std::ranges::find_if(units, [&](const Unit& one) { return one.name == row.unit || one.code.value == row.unit; });
  if (unit == units.end()) {
    row.fault = "没有名为“" + row.unit + "”的单位";
  } else {
    row.account.unit = unit->code;
  }
}

AccountRow read_row(int line, const std::vector<std::string>& columns, const std::vector<Unit>& units) {
  AccountRow row;
  row.line = line;
  if (columns.size() < 3 || columns.size() > 4) {
    row.fault = "要有单位、姓名、账号、角色四列，这一行读到 " + std::to_string(columns.size()) + " 列";
    return row;
  }
  row.unit = columns[0];
  row.account.display = columns[1];
  row.account.name = small_letters(columns[2]);
  row.role = columns.size() == 4 ? columns[3] : "";
  read_unit(row, units);
  const auto role = find_role(row.role);
  if (role) row.account.role = *role;
  if (!role && row.fault.empty()) row.fault = "没有“" + row.role + "”这个角色";
  if (row.fault.empty()) {
    if (const auto fault = find_account_fault(row.account)) row.fault = fault->reason;
  }
  return row;
}

}  // namespace

std::vector<AccountRow> read_account_rows(std::string_view text, const std::vector<Unit>& units) {
  std::vector<AccountRow> rows;
  std::set<std::string> names;
  int line = 0;
  for (const auto& typed : split(text, '\n')) {
    ++line;
    if (trim(typed).empty()) continue;
    const auto columns =
        columns_of(typed.ends_with('\r') ? std::string_view(typed).substr(0, typed.size() - 1) : typed);
    if (rows.empty() && is_heading(columns)) continue;
    auto row = read_row(line, columns, units);
    if (row.fault.empty() && !names.insert(row.account.name).second) {
      row.fault = "账号“" + row.account.name + "”在这些行里不止一次";
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sjsz
