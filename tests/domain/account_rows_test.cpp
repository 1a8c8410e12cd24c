#include "domain/account_rows.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

const std::vector<Unit> kUnits = {{{"fagai"}, "区发改局", false, true}, {{"gongxin"}, "区工信局", false, true}};

TEST(AccountRows, AreReadAsTheyComeOutOfASpreadsheet) {
  const auto rows = read_account_rows(
      "单位\t姓名\t账号\t角色\r\n区发改局\t王欣\tFagai\t部门填报人\r\n\r\n\t李军\tleader\t领导\r\n", kUnits);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].line, 2);
  EXPECT_EQ(rows[0].account.name, "fagai");
  EXPECT_EQ(rows[0].account.display, "王欣");
  EXPECT_EQ(rows[0].account.unit, UnitCode{"fagai"});
  EXPECT_EQ(rows[0].account.role, AccountRole::reporter);
  EXPECT_EQ(rows[0].fault, "");
  EXPECT_EQ(rows[1].line, 4);
  EXPECT_EQ(rows[1].account.unit, std::nullopt);
  EXPECT_EQ(rows[1].account.role, AccountRole::leader);
  EXPECT_EQ(rows[1].fault, "");
}

TEST(AccountRows, MayBeSeparatedByCommasOrSpaces) {
  for (const char* text : {"区发改局,王欣,wang,专班办公室", "区发改局，王欣，wang，专班办公室",
                           "区发改局  王欣 wang 专班办公室", "fagai\t 王欣 \twang\toffice"}) {
    const auto rows = read_account_rows(text, kUnits);
    ASSERT_EQ(rows.size(), 1u) << text;
    EXPECT_EQ(rows[0].fault, "") << text;
    EXPECT_EQ(rows[0].account.unit, UnitCode{"fagai"}) << text;
    EXPECT_EQ(rows[0].account.role, AccountRole::office) << text;
  }
}

TEST(AccountRows, WithoutRoleAreReporters) {
  EXPECT_EQ(read_account_rows("区发改局\t王欣\twang", kUnits)[0].account.role, AccountRole::reporter);
  EXPECT_EQ(read_account_rows("区发改局\t王欣\twang\t", kUnits)[0].fault, "");
}

TEST(AccountRows, SayWhatIsWrongWithEachLine) {
  const struct {
    const char *line, *words;
  } cases[] = {{"区发政局\t王欣\twang\t领导", "没有名为“区发政局”的单位"},
               {"区发改局\t王欣\twang\t书记", "没有“书记”这个角色"},
               {"区发改局\t王欣\t王欣\t", "账号用 2 至 32 个"},
               {"\t王欣\twang\t填报人", "要选所属单位"},
               {"区发改局\t王欣\twang\t领导", "不属于填报单位"},
               {"区发改局\t王欣", "读到 2 列"},
               {"区发改局\t王欣\twang\t填报人\t电话", "读到 5 列"},
               {"区发改局\t\twang\t填报人", "姓名"}};
  for (const auto& one : cases) {
    const auto rows = read_account_rows(one.line, kUnits);
    ASSERT_EQ(rows.size(), 1u) << one.line;
    EXPECT_NE(rows[0].fault.find(one.words), std::string::npos) << one.line << ": " << rows[0].fault;
  }
}

TEST(AccountRows, NameEachAccountOnce) {
  const auto rows = read_account_rows("区发改局\t王欣\twang\n区工信局\t王信\tWANG", kUnits);
  EXPECT_EQ(rows[0].fault, "");
  EXPECT_NE(rows[1].fault.find("不止一次"), std::string::npos);
}

TEST(AccountRows, OfNothingAreNone) { EXPECT_TRUE(read_account_rows(" \n\t\n", kUnits).empty()); }

}  // namespace
}  // namespace sjsz
