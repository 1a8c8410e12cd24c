// The admin's accounts: all, one, many at once from a pasted table, and the slips with one-time links.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_users(const Visit& visit, Reader& db);
http::Response create_user(const Visit& visit, Db& db);
http::Response show_user(const Visit& visit, Reader& db);
http::Response link_user(const Visit& visit, Db& db);  // a new one-time link, on a slip
http::Response disable_user(const Visit& visit, Db& db);
http::Response enable_user(const Visit& visit, Db& db);
http::Response change_user_role(const Visit& visit, Db& db);
http::Response preview_users(const Visit& visit, Db& db);
http::Response create_users(const Visit& visit, Db& db);

// The page of all accounts with what was pasted, and why nothing could be made of it: 422.
http::Response show_wrong_rows(const Visit& visit, Reader& db, const std::string& rows, const std::string& fault);

}  // namespace sjsz
