#include "view/account_words.h"

namespace sjsz::view {

std::string_view account_state_word(const Account& account) {
  return account.disabled ? "已停用" : account.has_password ? "正常" : "待设密码";
}

std::string_view token_scope_word(TokenScope scope) {
  switch (scope) {
    case TokenScope::read:
      return "只读";
    case TokenScope::write:
      return "读写";
    case TokenScope::metrics:
      return "运行指标";
  }
  return {};
}

}  // namespace sjsz::view
