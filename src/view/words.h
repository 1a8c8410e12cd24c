// Chinese words for what the domain counts in codes: used by pages, and by exports that stand beside them.
#pragma once
#include <string>
#include <string_view>

#include "base/date.h"
#include "domain/account.h"
#include "domain/ids.h"
#include "domain/indicator.h"
#include "domain/task.h"
#include "domain/unit.h"

namespace sjsz::view {

std::string_view role_word(Role role);                 // 牵头 配合 共同 独立: a tag
std::string_view role_name(Role role);                 // 牵头 配合 共同负责 独立负责
std::string_view account_role_word(AccountRole role);  // 系统管理员 专班办公室 领导 部门填报人 安全审计员
std::string_view kind_word(IndicatorKind kind);  // 不低于目标, 比基准年降低, 浓度不超过, …, 仅监测
std::string_view rhythm_word(Rhythm rhythm);     // 每月 每季度 每年
std::string article_mark(ArticleNumber article);  // （十一）
std::string chapter_mark(int chapter);            // 二、
std::string date_words(const Date& date);         // 2020年7月1日

}  // namespace sjsz::view
