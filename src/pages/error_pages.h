// What a visitor sees when a request cannot be answered: a calm page, or problem+json (RFC 9457) below /api.
#pragma once
#include <string>
#include <vector>

#include "pages/page.h"

namespace sjsz {

// `detail`: a Chinese sentence, or empty for the usual one of that status.
http::Response show_error(const Site& site, const http::Request& request, int status, const std::string& detail,
                          const std::vector<WrongField>& fields = {});

}  // namespace sjsz
