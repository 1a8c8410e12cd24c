#include "document/calendar_json.h"

#include <gtest/gtest.h>

#include "domain/calendar_rows.h"

namespace sjsz::document {
namespace {

std::string read(std::string_view text) {
  const auto days = read_calendar_json(text);
  return days ? calendar_lines(*days) : days.error();
}

TEST(CalendarJson, IsReadFromPlanFilesAndPublishedOnes) {
  const std::string lines = "2020-10-01\t放假\t国庆节\n2020-10-10\t上班\t国庆节\n";
  EXPECT_EQ(
      read(
          R"([{"date":"2020-10-01","works":false,"name":"国庆节"},{"date":"2020-10-10","works":true,"name":"国庆节"}])"),
      lines);
  EXPECT_EQ(read(R"({"year":2020,"papers":[],"days":[{"name":"国庆节","date":"2020-10-01","isOffDay":true},
                     {"name":"国庆节","date":"2020-10-10","isOffDay":false}]})"),
            lines);
  EXPECT_EQ(read("\xEF\xBB\xBF {\"calendar\":[]}"), "");
}

TEST(CalendarJson, SaysWhatIsWrong) {
  EXPECT_EQ(read("{}"), "JSON 文件里没有 calendar 或 days 列表。");
  EXPECT_EQ(read(R"([{"date":"2020-10-01","name":"国庆节"}])"), "/0/works 缺少这一项。");
  EXPECT_NE(read(R"([{"date":"2020-13-01","name":"国庆节","works":true}])").find("/0/date"), std::string::npos);
  EXPECT_NE(read("[1").find("JSON"), std::string::npos);
}

TEST(CalendarJson, IsToldFromLines) {
  EXPECT_TRUE(looks_like_json(" {"));
  EXPECT_TRUE(looks_like_json("\xEF\xBB\xBF["));
  EXPECT_FALSE(looks_like_json("2020-10-01 放假"));
}

}  // namespace
}  // namespace sjsz::document
