#include "domain/unit.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace sjsz {
namespace {

TEST(TheNameOfAUnit, IsFoundByItsCode) {
  const std::vector<Unit> units = {{{"fagai"}, "区发改局"}, {{"gongxin"}, "区工信局"}};
  EXPECT_EQ(name_of(units, {"gongxin"}), "区工信局");
  EXPECT_THROW(name_of(units, {"shuiwu"}), std::logic_error);
  EXPECT_THROW(name_of({}, {"fagai"}), std::logic_error);
}

}  // namespace
}  // namespace sjsz
