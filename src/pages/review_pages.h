// 审核: the office's queue, one line to judge, and many without warnings at once.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_review(const Visit& visit, Reader& db);
http::Response accept_line(const Visit& visit, Db& db);
http::Response return_line(const Visit& visit, Db& db);
http::Response show_accept_clean(const Visit& visit, Reader& db);
http::Response accept_clean(const Visit& visit, Db& db);

}  // namespace sjsz
