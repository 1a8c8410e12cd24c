// The page of all accounts, for what makes accounts and shows it again.
#pragma once
#include "pages/page.h"
#include "view/user_views.h"

namespace sjsz {

view::UserListView user_list_view(Reader& db, const NewAccount& typed);
http::Response user_list_page(const Visit& visit, Reader& db, const view::UserListView& page, int status = 200);

}  // namespace sjsz
