// What 核对并提交 shows: the complete drafts of a unit's month beside what was said before, and what stays back.
#pragma once
#include "pages/unit_month.h"
#include "view/confirm_view.h"

namespace sjsz {

view::ConfirmView confirm_view(const Visit& visit, Reader& db, const UnitMonth& month);

}  // namespace sjsz
