#include "view/links.h"

namespace sjsz::view {
namespace {

std::string in_year(std::string url, int year) {
  return year == 0 ? url : with_query(std::move(url), "year", std::to_string(year));
}

std::string encode(std::string_view text) {
  static constexpr std::string_view kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return encoded;
}

}  // namespace

std::string home_url() { return "/"; }
std::string plan_url(int year) { return in_year("/plan", year); }
std::string chapter_url(int chapter, int year) { return plan_url(year) + "#c" + std::to_string(chapter); }
std::string article_url(ArticleNumber article, int year) {
  return plan_url(year) + "#a" + std::to_string(article.value);
}
std::string plan_table_url(int year) { return plan_url(year) + "#table"; }
std::string indicators_url(int year) { return in_year("/indicators", year); }
std::string tasks_url(int year) { return in_year("/tasks", year); }
std::string unit_url(const UnitCode& code, int year) { return in_year("/units/" + encode(code.value), year); }

std::string indicator_url(IndicatorSeq seq, int year) {
  return in_year("/indicators/" + std::to_string(seq.value), year);
}

std::string task_url(TaskSeq seq, int year) { return in_year("/tasks/" + std::to_string(seq.value), year); }

std::string login_url() { return "/login"; }
std::string logout_url() { return "/logout"; }
std::string account_url() { return "/account"; }
std::string password_url() { return "/account/password"; }
std::string end_session_url() { return "/account/sessions/end"; }
std::string tokens_of_account_url() { return "/account/tokens"; }
std::string revoke_token_url() { return "/account/tokens/revoke"; }
std::string parked_url() { return "/parked"; }
std::string drop_parked_url() { return "/parked/drop"; }
std::string setup_url() { return "/setup"; }
std::string reset_url() { return "/reset"; }
std::string users_url() { return "/admin/users"; }
std::string settings_url() { return "/settings"; }
std::string setting_url(std::string_view key) { return settings_url() + "/" + encode(key); }
std::string audit_url() { return "/audit"; }
std::string audit_verify_url() { return "/audit/verify"; }
std::string audit_export_url() { return "/audit.csv"; }
std::string user_url(std::string_view name) { return users_url() + "/" + encode(name); }
std::string preview_users_url() { return "/admin/users/preview"; }
std::string batch_users_url() { return "/admin/users/batch"; }

std::string with_query(std::string url, std::string_view field, std::string_view value) {
  url += url.find('?') == std::string::npos ? '?' : '&';
  return url + encode(field) + "=" + encode(value);
}

}  // namespace sjsz::view
