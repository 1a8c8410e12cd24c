// What the pages of accounts share: an account as a row, and the form that makes or changes one.
#pragma once
#include <optional>
#include <vector>

#include "domain/unit.h"
#include "pages/page.h"
#include "view/user_views.h"

namespace sjsz {

view::UserRow user_row(const Account& account, const std::vector<Unit>& units);
std::vector<view::Choice> role_and_unit(const std::vector<Unit>& units, AccountRole chosen,
                                        const std::optional<UnitCode>& unit);
NewAccount typed_account(const http::Fields& form);  // an unknown role is a reporter's

}  // namespace sjsz
