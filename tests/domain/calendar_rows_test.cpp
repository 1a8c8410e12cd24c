#include "domain/calendar_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz {
namespace {

using ::testing::HasSubstr;

std::string read(const std::string& text) {
  std::string faults;
  const auto rows = read_calendar_rows(text, 2020);
  for (const auto& row : rows) {
    if (!row.fault.empty()) faults += std::to_string(row.line) + ": " + row.fault;
  }
  return faults.empty() ? calendar_lines(days_of(rows)) : faults;
}

TEST(CalendarRows, AreReadAsPeopleWriteThem) {
  const std::string national = "2020-10-01\t放假\t国庆节\n", worked = "2020-10-10\t上班\t调休\n";
  for (const char* text : {"2020-10-01 放假 国庆节", "2020年10月1日\t国庆节\t放假",
                           "２０２０年１０月１日，放假，国庆节", "20201001,国庆节,休", "10月1日（周四）国庆节放假",
                           "2020/10/1 国庆节", "10.1　国庆节", "国庆节：2020-10-1 00:00:00 放假",
                           "\xEF\xBB\xBF日期,名称,安排\r\n2020-10-01,\"国庆节\",放假\r\n", "2020-10-01,false,国庆节"}) {
    EXPECT_EQ(read(text), national) << text;
  }
  for (const char* text : {"10月10日上班", "2020-10-10（星期六） 上班 调休", "2020-10-10,true,调休", "10/10 补班"}) {
    EXPECT_EQ(read(text), worked) << text;
  }
}

TEST(CalendarRows, MayBeSpansAndLists) {
  const std::string three = "2020-01-24\t放假\t春节\n2020-01-25\t放假\t春节\n2020-01-26\t放假\t春节\n";
  for (const char* text :
       {"春节：1月24日至26日放假调休，共3天。", "2020-01-24~2020-01-26 放假 春节", "1月24日—1月26日 春节 放假",
        "1月24日-26日放假 春节", "2020-01-24\t2020-01-26\t春节\t放假", "1月24日 至 1月26日 春节放假"}) {
    EXPECT_EQ(read(text), three) << text;
  }
  EXPECT_EQ(read("9月27日（星期日）、10月10日（星期六）上班。"), "2020-09-27\t上班\t调休\n2020-10-10\t上班\t调休\n");
}

TEST(CalendarRows, AreWrittenAsTheyAreRead) {
  const std::vector<CalendarDay> days = {{{2020, 1, 19}, true, "春节调休"}, {{2020, 10, 1}, false, "国庆节、中秋节"}};
  EXPECT_EQ(read(calendar_lines(days)), calendar_lines(days));
}

TEST(CalendarRows, NameWhatIsWrongLineByLine) {
  const std::pair<const char*, const char*> cases[] = {{"2020-10-01 放假\n\n明天5日休息吗", "3: 没有看出日期"},
                                                       {"2020-02-30 放假", "没有看出日期"},
                                                       {"2021-01-01 放假", "不是 2020 年的日期"},
                                                       {"2020-10-09 上班", "本来就是工作日"},
                                                       {"2020-10-10 国庆节", "请写明放假还是上班"},
                                                       {"10月8日至1日放假", "起止日期不对"},
                                                       {"1月1日至12月31日放假", "起止日期不对"},
                                                       {"10月1日放假\n10月1日至2日放假", "2: 2020-10-01 写了不止一次"},
                                                       {"2020-10-01 \xB7\xC5\xBC\xD9", "不能识别的字符"}};
  for (const auto& [text, fault] : cases) EXPECT_THAT(read(text), HasSubstr(fault)) << text;
}

TEST(CalendarRows, MayBeNone) { EXPECT_TRUE(read_calendar_rows("日期 名称\n\n", 2020).empty()); }

}  // namespace
}  // namespace sjsz
