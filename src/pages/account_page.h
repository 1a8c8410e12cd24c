// The page of one's own account, for all that change something on it and show it again.
#pragma once
#include "pages/page.h"
#include "view/account_view.h"

namespace sjsz {

view::AccountView account_view(const Visit& visit, Reader& db);
http::Response account_page(const Visit& visit, Reader& db, const view::AccountView& page, int status = 200);

}  // namespace sjsz
