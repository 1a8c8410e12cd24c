// Chinese words for states of accounts and their tokens; words.h has those for roles.
#pragma once
#include <string_view>

#include "domain/visitor.h"

namespace sjsz::view {

std::string_view account_state_word(const Account& account);  // 已停用 待设密码 正常
std::string_view token_scope_word(TokenScope scope);          // 只读 读写 运行指标

}  // namespace sjsz::view
