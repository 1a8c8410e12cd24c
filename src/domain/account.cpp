#include "domain/account.h"

#include <algorithm>

#include "base/text.h"
#include "domain/password_strength.h"

namespace sjsz {
namespace {

constexpr std::size_t kLeastName = 2, kMostName = 32, kMostDisplay = 40;
constexpr int kLeastWorth = 8;

bool is_account_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return name.size() >= kLeastName && name.size() <= kMostName && name[0] >= 'a' && name[0] <= 'z' &&
         std::ranges::all_of(name, fits);
}

// Also U+0080 to U+009F, in UTF-8 C2 80 to C2 9F.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return false;
}

}  // namespace

bool needs_unit(AccountRole role) { return role == AccountRole::reporter || role == AccountRole::office; }

std::optional<AccountFault> find_account_fault(const NewAccount& account) {
  if (!is_account_name(account.name)) {
    return AccountFault{"name", "账号用 2 至 32 个小写字母、数字、点、下划线或短横线，以字母开头"};
  }
  const bool clean = is_clean_utf8(account.display) && !has_control(account.display);
  if (!clean || trim(account.display).empty() || count_characters(account.display) > kMostDisplay) {
    return AccountFault{"display", "姓名要填 1 至 40 个字"};
  }
  if (needs_unit(account.role) && !account.unit) return AccountFault{"unit", "部门填报人和专班办公室人员要选所属单位"};
  if (!needs_unit(account.role) && account.unit) {
    return AccountFault{"unit", "系统管理员、领导和安全审计员不属于填报单位，请不要选单位"};
  }
  return std::nullopt;
}

std::optional<std::string> find_password_fault(std::string_view password, std::string_view account_name,
                                               std::string_view unit_code) {
  if (!is_clean_utf8(password) || has_control(password)) return "密码里有不能使用的字符（如换行、制表符），请重新输入";
  const auto characters = count_characters(password);
  if (characters < kLeastPasswordCharacters) return "密码至少要 12 个字符，可以用一句自己记得住的话";
  if (characters > kMostPasswordCharacters) return "密码最多 128 个字符";
  if (password_worth(password, {"sjsz", account_name, unit_code}) < kLeastWorth) {
    return "这个密码太容易被猜到：不要用一个单词、常见密码、连续或重复的字符，也不要主要由账号、单位代码组成";
  }
  return std::nullopt;
}

}  // namespace sjsz
