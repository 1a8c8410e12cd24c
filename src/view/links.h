// The addresses of pages, shared by pages and views. `year` 0 is the current plan's year, which no address names.
#pragma once
#include <string>
#include <string_view>

#include "domain/ids.h"

namespace sjsz::view {

std::string home_url();
std::string plan_url(int year = 0);
std::string chapter_url(int chapter, int year = 0);            // /plan#c2
std::string article_url(ArticleNumber article, int year = 0);  // /plan#a11
std::string plan_table_url(int year = 0);  // /plan#table: the indicator table where it stands in the text
std::string indicators_url(int year = 0);
std::string indicator_url(IndicatorSeq seq, int year = 0);
std::string tasks_url(int year = 0);
std::string task_url(TaskSeq seq, int year = 0);
std::string unit_url(const UnitCode& code, int year = 0);

std::string login_url();
std::string logout_url();
std::string account_url();
std::string password_url();
std::string end_session_url();
std::string tokens_of_account_url();
std::string revoke_token_url();
std::string parked_url();
std::string drop_parked_url();
std::string setup_url();
std::string reset_url();
std::string users_url();
std::string user_url(std::string_view name);
std::string preview_users_url();
std::string batch_users_url();
std::string settings_url();
std::string setting_url(std::string_view key);
std::string audit_url();
std::string audit_verify_url();
std::string audit_export_url();

// The address with one more query field, percent-encoded: with_query("/tasks", "unit", "fagai"). The address has no #.
std::string with_query(std::string url, std::string_view field, std::string_view value);

}  // namespace sjsz::view
