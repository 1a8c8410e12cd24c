#include "domain/codes.h"

#include <gtest/gtest.h>

#include <set>

namespace sjsz {
namespace {

template <class Enum>
class Codes : public testing::Test {};

using Enums = testing::Types<Role, IndicatorKind, Rhythm, RequirementKind, Comparison, ValueType, ValueNature,
                             RevisionOutcome, DisputeOutcome, IndicatorStatus, IndicatorSetting, TaskLight>;
TYPED_TEST_SUITE(Codes, Enums);

TYPED_TEST(Codes, LeadThereAndBackAndAreUnique) {
  std::set<std::string_view> seen;
  for (const auto& [value, code] : code_table<TypeParam>()) {
    EXPECT_EQ(to_code(value), code);
    EXPECT_EQ(from_code<TypeParam>(code), value);
    EXPECT_TRUE(seen.insert(code).second) << code;
  }
  EXPECT_FALSE(seen.empty());
  EXPECT_FALSE(from_code<TypeParam>(""));
  EXPECT_FALSE(from_code<TypeParam>("boss"));
}

TEST(EveryCode, IsTheOneThatDatabaseJsonAndAddressesUse) {
  EXPECT_EQ(code_table<Role>().size(), 4u);
  EXPECT_EQ(code_table<IndicatorKind>().size(), 7u);
  EXPECT_EQ(code_table<Rhythm>().size(), 3u);
  EXPECT_EQ(code_table<RequirementKind>().size(), 5u);
  EXPECT_EQ(code_table<Comparison>().size(), 5u);
  EXPECT_EQ(code_table<ValueType>().size(), 2u);
  EXPECT_EQ(code_table<IndicatorStatus>().size(), 7u);
  EXPECT_EQ(code_table<IndicatorSetting>().size(), 9u);
  EXPECT_EQ(code_table<TaskLight>().size(), 6u);
  EXPECT_EQ(to_code(Role::lead), "lead");
  EXPECT_EQ(to_code(IndicatorKind::at_most_total), "at_most_total");
  EXPECT_EQ(to_code(RequirementKind::by_date), "by_date");
}

}  // namespace
}  // namespace sjsz
