#include "view/words.h"

#include "base/text.h"

namespace sjsz::view {

std::string_view role_word(Role role) {
  switch (role) {
    case Role::lead:
      return "牵头";
    case Role::support:
      return "配合";
    case Role::joint:
      return "共同";
    case Role::sole:
      return "独立";
  }
  return {};
}

std::string_view role_name(Role role) {
  switch (role) {
    case Role::joint:
      return "共同负责";
    case Role::sole:
      return "独立负责";
    default:
      return role_word(role);
  }
}

std::string_view account_role_word(AccountRole role) {
  switch (role) {
    case AccountRole::admin:
      return "系统管理员";
    case AccountRole::office:
      return "专班办公室";
    case AccountRole::leader:
      return "领导";
    case AccountRole::reporter:
      return "部门填报人";
    case AccountRole::auditor:
      return "安全审计员";
  }
  return "";
}

std::string_view kind_word(IndicatorKind kind) {
  switch (kind) {
    case IndicatorKind::at_least:
      return "不低于目标";
    case IndicatorKind::reduction:
      return "比基准年降低";
    case IndicatorKind::at_most_level:
      return "浓度不超过";
    case IndicatorKind::at_most_total:
      return "总量不超过";
    case IndicatorKind::at_least_total:
      return "总量不低于";
    case IndicatorKind::qualitative:
      return "定性";
    case IndicatorKind::monitored:
      return "仅监测";
  }
  return {};
}

std::string_view rhythm_word(Rhythm rhythm) {
  switch (rhythm) {
    case Rhythm::month:
      return "每月";
    case Rhythm::quarter:
      return "每季度";
    case Rhythm::year:
      return "每年";
  }
  return {};
}

std::string article_mark(ArticleNumber article) { return "（" + chinese_numeral(article.value) + "）"; }

std::string chapter_mark(int chapter) { return chinese_numeral(chapter) + "、"; }

std::string date_words(const Date& date) {
  return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" + std::to_string(date.day) + "日";
}

}  // namespace sjsz::view
