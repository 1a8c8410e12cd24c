// Pasted rows of accounts that cannot be read go back to the page that they came from.
#pragma once
#include <string>

#include "pages/page.h"

namespace sjsz {

// The page of all accounts with what was pasted, and why nothing could be made of it: 422.
http::Response show_wrong_rows(const Visit& visit, Reader& db, const std::string& rows, const std::string& fault);

}  // namespace sjsz
