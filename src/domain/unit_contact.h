// Whom to call in a unit and who signs for it (联系人、电话、审核人), and the names of member units, as typed.
#pragma once
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "domain/report.h"
#include "domain/unit.h"

namespace sjsz {

struct UnitContact {
  std::string contact, phone;
  std::string reviewer;  // 审核人: stands on the printed 月台账报表
  bool operator==(const UnitContact&) const = default;
};

// Trimmed; digits of the phone in half width. Each may be empty.
tl::expected<UnitContact, std::vector<FieldFault>> check_unit_contact(const UnitContact& typed);

// A member of a group of units; faults of "name" and "code". Whether they are taken is not asked here.
tl::expected<Unit, std::vector<FieldFault>> check_unit_member(std::string_view name, std::string_view code);
tl::expected<std::string, FieldFault> check_unit_name(std::string_view typed);

}  // namespace sjsz
