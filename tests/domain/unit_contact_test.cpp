#include "domain/unit_contact.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

std::string long_name() {
  std::string name;
  for (int i = 0; i < 41; ++i) name += "王";
  return name;
}

TEST(UnitContact, IsTrimmedAndMayBeEmpty) {
  EXPECT_EQ(*check_unit_contact({}), (UnitContact{}));
  EXPECT_EQ(*check_unit_contact({" 王欣　", "０５３１－12345678 ", "赵志强"}),
            (UnitContact{"王欣", "0531-12345678", "赵志强"}));
}

TEST(UnitContact, IsALineEach) {
  const auto checked = check_unit_contact({long_name(), "1\n2", "a\xFF"});
  ASSERT_FALSE(checked);
  ASSERT_EQ(checked.error().size(), 3u);
  EXPECT_EQ(checked.error()[2].field, "reviewer");
}

TEST(UnitMemberName, AndCodeAreBothChecked) {
  EXPECT_EQ(check_unit_member(" 姚家街道办事处", "ＹＡＯJIA2")->code.value, "yaojia2");
  for (const char* code : {"", "y", "2yao", "姚家", "yao-jia", "abcdefghijklmnopqrstu"}) {
    const auto checked = check_unit_member("", code);
    ASSERT_FALSE(checked) << code;
    EXPECT_EQ(checked.error().size(), 2u) << code;
  }
}

}  // namespace
}  // namespace sjsz
