// Style sheet, icon and the like, at addresses that name their content.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_asset(const Visit& visit,
                          Reader& db);  // kept for ever by browsers; 404 for an old content's address
http::Response show_icon(const Visit& visit, Reader& db);  // /favicon.ico, which browsers ask for by themselves

}  // namespace sjsz
