#include "domain/input.h"

#include <gtest/gtest.h>

namespace sjsz {
namespace {

TEST(Input, UnderstandsNumbersAsPeopleTypeThem) {
  const struct {
    const char* typed;
    const char* want;  // nullptr: refused
  } cases[] = {
      {"312.5", "312.5"},     {" 85 ", "85"},        {"85%", "85"},          {"８５％", "85"},
      {"85 ％", "85"},        {"1,234.5", "1234.5"}, {"１，２３４", "1234"}, {"1,234,567", "1234567"},
      {"20.2382", "20.2382"}, {"-1.5", "-1.5"},      {"　98.4　", "98.4"},   {"-1,234", "-1234"},
      {"1,23", nullptr},      {"12,34.5", nullptr},  {"1234,567", nullptr},  {"1.234,5", nullptr},
      {"", nullptr},          {"%", nullptr},        {"abc", nullptr},       {"1e400", nullptr},
      {"3.1.4", nullptr},     {"85克", nullptr},     {"１０%%", nullptr},    {"99999999999999999999", nullptr}};
  for (const auto& c : cases) {
    const auto number = read_number(c.typed);
    EXPECT_EQ(number ? number->to_string() : "refused", c.want ? c.want : "refused") << c.typed;
  }
}

TEST(Input, UnderstandsPercentagesOfCompletion) {
  const struct {
    const char* typed;
    int want;  // -1: refused
  } cases[] = {{"0", 0},   {"100", 100}, {"６５％", 65}, {"65 %", 65}, {"101", -1},
               {"-1", -1}, {"65.5", -1}, {"", -1},       {"六十", -1}};
  for (const auto& c : cases) EXPECT_EQ(read_percent(c.typed).value_or(-1), c.want) << c.typed;
}

TEST(Input, UnderstandsDatesAsPeopleWriteThem) {
  const struct {
    const char* typed;
    const char* want;  // nullptr: refused
  } cases[] = {{"2020-09-03", "2020-09-03"},
               {"2020/9/3", "2020-09-03"},
               {"2020.9.3", "2020-09-03"},
               {"2020年9月3日", "2020-09-03"},
               {"２０２０年９月３日", "2020-09-03"},
               {"20200903", "2020-09-03"},
               {"9.3", "2020-09-03"},
               {"9月3日", "2020-09-03"},
               {"9/30", "2020-09-30"},
               {"12-31", "2020-12-31"},
               {"2020年9月3", "2020-09-03"},
               {"2020-02-30", nullptr},
               {"9.31", nullptr},
               {"20-9-3", nullptr},
               {"2020-9/3", nullptr},
               {"13.1", nullptr},
               {"", nullptr},
               {"明天", nullptr},
               {"9", nullptr},
               {"2020-09-03 10:00", nullptr},
               {"202093", nullptr}};
  for (const auto& c : cases) {
    const auto date = read_date(c.typed, 2020);
    EXPECT_EQ(date ? to_string(*date) : "refused", c.want ? c.want : "refused") << c.typed;
  }
}

TEST(Input, KeepsWhatIsNotFullWidthAsItIs) {
  EXPECT_EQ(to_half_width("Ａｂｃ１２３．，％ 汉字、。"), "Abc123.,% 汉字、。");
  EXPECT_EQ(to_half_width("\xEF\xBC"), "\xEF\xBC");
}

}  // namespace
}  // namespace sjsz
