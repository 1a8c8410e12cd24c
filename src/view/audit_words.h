// Chinese words of the audit log: the one table of actions, and what stands in the other columns.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/unit.h"

namespace sjsz::view {

std::span<const std::pair<std::string_view, std::string_view>> audit_actions();  // session.sign_in 登录, …
std::string_view audit_action_word(std::string_view action);                     // one that is not known: itself
std::span<const std::pair<std::string_view, std::string_view>> audit_outcomes();
std::string_view audit_outcome_word(std::string_view outcome);
std::string audit_via_words(std::string_view via);  // 网页, 接口（令牌 a1b2）, 命令行（root）, 系统
std::string audit_detail_word(std::string_view key);

// 2020年8月 任务 9 区发改局, for reports/2020-08/9/fagai; empty: there are no better words than those of the log.
std::string audit_object_words(std::string_view object, const std::vector<Unit>& units);

std::string audit_time(std::string_view at);  // 2020-09-03 14:05:07 in UTC+8; what is no time: itself

}  // namespace sjsz::view
