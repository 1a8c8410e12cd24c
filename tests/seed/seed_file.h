// The seed as it lies in the source tree, and what it says.
#pragma once
#include <gtest/gtest.h>

#include <string>

#include "domain/plan_book.h"

namespace sjsz {

std::string read_source_file(
    const std::string& path);  // below the root of the source tree; a test that cannot read it fails

inline const auto kSeedPath = "seed/plan-2020.json";

const PlanBook& seed_book();  // as read_plan_book reads the seed
const PlanYear& seed_year();  // its one year

}  // namespace sjsz
