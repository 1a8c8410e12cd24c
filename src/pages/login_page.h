// The sign-in as a page, with why it failed, and where a sign-in may lead.
#pragma once
#include <string>

#include "pages/page.h"
#include "view/login_view.h"

namespace sjsz {

http::Response login_page(const Visit& visit, Reader& db, view::LoginView login, int status = 200);

// `next` if it is a page of the portal, else the 首页: a foreign address, or what a browser might take for one, is
// nobody's wish.
std::string target_of(const Visit& visit, const std::string& next);

}  // namespace sjsz
