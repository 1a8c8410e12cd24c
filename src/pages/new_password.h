// A password that somebody chose and typed twice: checked, and hashed behind the door of pages/guards.h.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "pages/page.h"

namespace sjsz {

// The form's fields are password and again. What is wrong with them, or the hash; http::Stop 503 if too many wait.
tl::expected<std::string, std::vector<WrongField>> hash_new_password(const Visit& visit, const http::Fields& form,
                                                                     std::string_view account, std::string_view unit);

}  // namespace sjsz
