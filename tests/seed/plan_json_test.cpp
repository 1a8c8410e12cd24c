#include "seed/plan_json.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "seed/seed_file.h"

namespace sjsz {

static void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.place << ": " << fault.reason; }

namespace {

using nlohmann::ordered_json;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;

auto is_fault(const std::string& place, const std::string& reason) {
  return AllOf(Field(&Fault::place, place), Field(&Fault::reason, reason));
}

const ordered_json& seed_json() {
  static const auto json = ordered_json::parse(read_source_file(kSeedPath));
  return json;
}

// The seed with one place set to something else; an empty value takes it out.
std::string spoilt(const std::string& place, const std::string& value) {
  auto json = seed_json();
  const ordered_json::json_pointer pointer(place);
  auto& parent = json[pointer.parent_pointer()];
  if (!value.empty()) {
    json[pointer] = ordered_json::parse(value);
  } else if (parent.is_object()) {
    parent.erase(pointer.back());
  } else {
    parent.erase(std::stoul(pointer.back()));
  }
  return json.dump();
}

std::vector<Fault> faults_of(std::string_view json) {
  const auto book = read_plan_book(json);
  return book ? std::vector<Fault>{} : book.error();
}

struct Spoilt {
  const char* why;
  std::string at, value;  // where the seed is changed, and to what
  std::string place, reason;
};

TEST(AFileThatIsNotJson, IsRefusedWithLineAndColumn) {
  const struct {
    const char* why;
    std::string text, reason;
  } cases[] = {
      {"empty", "", "第 1 行第 1 个字：不是正确的 JSON。"},
      {"text", "方案", "第 1 行第 1 个字：不是正确的 JSON。"},
      {"cut off", "{\n  \"format\": \"sjsz-plan\",\n", "第 3 行第 1 个字：不是正确的 JSON。"},
      {"comma too much", "{\n  \"units\": [],\n}", "第 3 行第 1 个字：不是正确的 JSON。"},
      {"counted in characters", "{\"名称\" 区}", "第 1 行第 7 个字：不是正确的 JSON。"},
      {"something behind it", "{}\n{}", "第 2 行第 1 个字：不是正确的 JSON。"},
      {"comment", "{} // 方案", "第 1 行第 4 个字：不是正确的 JSON。"},
      {"line end in a string", "{\"a\n\": 1}", "第 1 行第 4 个字：不是正确的 JSON。"},
      {"half a surrogate pair", R"({"a": "\ud800"})", "第 1 行第 14 个字：不是正确的 JSON。"},
      {"number too large", "{\"a\": 1e400}", "第 1 行第 11 个字：数字太大。"},
      {"NaN", "{\"a\": NaN}", "第 1 行第 7 个字：不是正确的 JSON。"},
  };
  for (const auto& c : cases) EXPECT_THAT(faults_of(c.text), ElementsAre(is_fault("", c.reason))) << c.why;
}

TEST(AFileThatIsNotCleanUtf8, IsRefused) {
  const auto seed = read_source_file(kSeedPath);
  const std::string reason = "文件不是 UTF-8 编码，或含有空字节。";
  for (const std::string& bytes :
       {std::string("\xFF"), std::string("\xC7\xF8"), std::string("\xED\xA0\x80"), std::string(1, '\0')}) {
    auto text = seed;
    text.insert(text.find("历下区"), bytes);
    EXPECT_THAT(faults_of(text), ElementsAre(is_fault("", reason)));
  }
}

TEST(AFile, MayHaveUpToFiveMebibytes) {
  auto text = read_source_file(kSeedPath);
  text.resize(kMostPlanBytes, ' ');
  EXPECT_TRUE(read_plan_book(text));
  text += ' ';
  EXPECT_THAT(faults_of(text), ElementsAre(is_fault("", "文件超过 5 MiB。")));
}

TEST(AFile, MayBeginWithAByteOrderMark) { EXPECT_TRUE(read_plan_book("\xEF\xBB\xBF" + read_source_file(kSeedPath))); }

TEST(Levels, AreSixteenAtMost) {
  const auto nested = [](std::size_t lists) {
    return "{\"a\": " + std::string(lists, '[') + std::string(lists, ']') + "}";
  };
  std::string deep = "/a";
  for (int i = 0; i < 15; ++i) deep += "/0";
  EXPECT_THAT(faults_of(nested(16)), ElementsAre(is_fault(deep, "嵌套超过 16 层。")));
  EXPECT_THAT(faults_of(nested(15)), ElementsAre(Field(&Fault::reason, testing::HasSubstr("format"))));
  EXPECT_THAT(faults_of(nested(2000000)), ElementsAre(is_fault(deep, "嵌套超过 16 层。")));
}

TEST(DoubleKeys, AreRefusedWithTheirPlace) {
  const struct {
    std::string text, place;
  } cases[] = {
      {R"({"a": 1, "a": 1})", "/a"},
      {R"({"a": 1, "\u0061": 2})", "/a"},
      {R"({"units": [{"x": 1}, {"code": "a", "name": "b", "code": "c"}]})", "/units/1/code"},
      {R"({"a": [[1], 2, {"b": {}, "c": {"d": null, "e": [{}], "d": 1}}]})", "/a/2/c/d"},
      {R"({"a/b~c": 1, "a/b~c": 1})", "/a~1b~0c"},
  };
  for (const auto& c : cases) EXPECT_THAT(faults_of(c.text), ElementsAre(is_fault(c.place, "这一项重复。"))) << c.text;
}

TEST(ANotQuiteFittingFile, GetsOneSentence) {
  const std::string not_ours = "不是方案文件：format 应为 sjsz-plan。",
                    version = "方案文件的版本不对：本程序只认第 1 版（version）。";
  const struct {
    std::string text, reason;
  } cases[] = {
      {"[]", "应为对象。"},
      {"\"sjsz-plan\"", "应为对象。"},
      {"{}", not_ours},
      {R"({"format": 1})", not_ours},
      {R"({"format": "sjsz-backup", "version": 1})", not_ours},
      {R"({"format": "sjsz-plan"})", version},
      {R"({"format": "sjsz-plan", "version": 2})", version},
      {R"({"format": "sjsz-plan", "version": 0})", version},
      {R"({"format": "sjsz-plan", "version": "1"})", version},
  };
  for (const auto& c : cases) EXPECT_THAT(faults_of(c.text), ElementsAre(is_fault("", c.reason))) << c.text;
}

TEST(ASpoiltSeed, IsRefusedWithPlaceAndReason) {
  const std::string text = "应为文字。", whole = "应为 0 至 9999 的整数。", list = "应为列表。", object = "应为对象。";
  const std::string date = "应为存在的日期，写成 \"2020-12-31\"。",
                    decimal = "应为写成文字的数，如 \"20.2382\"，至多 18 位。";
  const std::string unit = "/units/3", indicator = "/plans/0/indicator_table/indicators/5",
                    task = "/plans/0/annex/tasks/8";
  const Spoilt cases[] = {
      {"no units", "/units", "", "/units", "缺少这一项。"},
      {"no calendar", "/calendar", "", "/calendar", "缺少这一项。"},
      {"no current year", "/current_year", "null", "/current_year", whole},
      {"year as text", "/current_year", "\"2020\"", "/current_year", whole},
      {"year with a point", "/current_year", "2020.0", "/current_year", whole},
      {"year below nothing", "/current_year", "-2020", "/current_year", whole},
      {"year of twenty digits", "/current_year", "99999999999999999999", "/current_year", whole},
      {"year that would wrap", "/current_year", "4294969316", "/current_year", whole},
      {"units as object", "/units", "{}", "/units", list},
      {"a unit as text", unit, "\"fagai\"", unit, object},
      {"a unit as list", unit, "[\"fagai\", \"区发改局\"]", unit, object},
      {"unit without code", unit + "/code", "", unit + "/code", "缺少这一项。"},
      {"unit with a number as code", unit + "/code", "3", unit + "/code", text},
      {"unit with null as name", unit + "/name", "null", unit + "/name", text},
      {"group as text", unit + "/group", "\"false\"", unit + "/group", "应为 true 或 false。"},
      {"group as number", unit + "/group", "0", unit + "/group", "应为 true 或 false。"},
      {"unknown key in a unit", unit + "/phone", "\"0531\"", unit + "/phone", "不认识的项。"},
      {"unknown key at the top", "/comment", "\"\"", "/comment", "不认识的项。"},
      {"key with slash and line end", "/a~1\n", "1", "/a~1\uFFFD", "不认识的项。"},
      {"day that does not exist", "/calendar/0/date", "\"2020-02-30\"", "/calendar/0/date", date},
      {"day without zeros", "/calendar/0/date", "\"2020-1-1\"", "/calendar/0/date", date},
      {"day as number", "/calendar/0/date", "20200101", "/calendar/0/date", date},
      {"works missing", "/calendar/0/works", "", "/calendar/0/works", "缺少这一项。"},
      {"plan as object", "/plans", "{}", "/plans", list},
      {"plan without title", "/plans/0/title", "", "/plans/0/title", "缺少这一项。"},
      {"plan without annex: said once", "/plans/0/annex", "", "/plans/0/annex", "缺少这一项。"},
      {"annex as null: said once", "/plans/0/annex", "null", "/plans/0/annex", object},
      {"unknown key in the annex", "/plans/0/annex/note", "1", "/plans/0/annex/note", "不认识的项。"},
      {"unknown key in the table", "/plans/0/indicator_table/x", "1", "/plans/0/indicator_table/x", "不认识的项。"},
      {"unknown key in a plan", "/plans/0/subtitle", "\"\"", "/plans/0/subtitle", "不认识的项。"},
      {"empty closing", "/plans/0/closing", "\"\"", "/plans/0/closing", "没有内容时应为 null。"},
      {"heading as number", "/plans/0/annex/headings/1", "7", "/plans/0/annex/headings/1", text},
      {"chapter number as text", "/plans/0/chapters/1/number", "\"2\"", "/plans/0/chapters/1/number", whole},
      {"unknown key in a chapter", "/plans/0/chapters/1/text", "1", "/plans/0/chapters/1/text", "不认识的项。"},
      {"article without text", "/plans/0/chapters/1/articles/2/text", "", "/plans/0/chapters/1/articles/2/text",
       "缺少这一项。"},
      {"unknown key in an article", "/plans/0/chapters/1/articles/2/x", "1", "/plans/0/chapters/1/articles/2/x",
       "不认识的项。"},
      {"target as number", indicator + "/target", "20.2382", indicator + "/target", decimal},
      {"target 1e400", indicator + "/target", "\"1e400\"", indicator + "/target", decimal},
      {"target with percent", indicator + "/target", "\"20%\"", indicator + "/target", decimal},
      {"target of 19 digits", indicator + "/target", "\"1234567890123456789\"", indicator + "/target", decimal},
      {"target with a zero too much", indicator + "/target", "\"020.2382\"", indicator + "/target", decimal},
      {"empty target", indicator + "/target", "\"\"", indicator + "/target", decimal},
      {"target missing", indicator + "/target", "", indicator + "/target", "缺少这一项。"},
      {"empty unit", indicator + "/unit", "\"\"", indicator + "/unit", "没有内容时应为 null。"},
      {"unit of the second target as number", indicator + "/second_target_unit", "1", indicator + "/second_target_unit",
       text},
      {"unknown kind", indicator + "/kind", "\"total\"", indicator + "/kind",
       "应为以下之一：at_least、reduction、at_most_level、at_most_total、at_least_total、qualitative、monitored。"},
      {"unknown rhythm", indicator + "/rhythm", "\"weekly\"", indicator + "/rhythm",
       "应为以下之一：month、quarter、year。"},
      {"unknown key in an indicator", indicator + "/x", "1", indicator + "/x", "不认识的项。"},
      {"unknown role", task + "/units/0/role", "\"boss\"", task + "/units/0/role",
       "应为以下之一：lead、support、joint、sole。"},
      {"role as number", task + "/units/0/role", "1", task + "/units/0/role",
       "应为以下之一：lead、support、joint、sole。"},
      {"assignment without unit", task + "/units/0/unit", "", task + "/units/0/unit", "缺少这一项。"},
      {"unknown key in an assignment", task + "/units/0/x", "1", task + "/units/0/x", "不认识的项。"},
      {"article as text", task + "/articles/0", "\"十一\"", task + "/articles/0", whole},
      {"unknown key in a task", task + "/due", "1", task + "/due", "不认识的项。"},
      {"unknown kind of requirement", task + "/requirements/0/kind", "\"always\"", task + "/requirements/0/kind",
       "应为以下之一：level、by_date、from_date、each_month、cumulative。"},
      {"unknown type", task + "/requirements/0/type", "\"text\"", task + "/requirements/0/type",
       "应为以下之一：number、yes_no。"},
      {"unknown comparison", task + "/requirements/0/comparison", "\"<\"", task + "/requirements/0/comparison",
       "应为以下之一：below、at_least、at_most、equal、yes。"},
      {"requirement without date", task + "/requirements/0/date", "", task + "/requirements/0/date", "缺少这一项。"},
      {"unknown key in a requirement", task + "/requirements/0/x", "1", task + "/requirements/0/x", "不认识的项。"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(faults_of(spoilt(c.at, c.value)), ElementsAre(is_fault(c.place, c.reason))) << c.why;
  }
}

TEST(ASpoiltSeed, ThatIsWellFormedIsRefusedByTheRules) {
  const std::string tasks = "/plans/0/annex/tasks", list = "/plans/0/indicator_table/indicators";
  const Spoilt cases[] = {
      {"a unit is missing", "/units/13", "", tasks + "/14/units/2/unit", "没有这个代码的单位。"},
      {"a task's number is doubled", tasks + "/15/seq", "15", tasks + "/15/seq", "编号 15 重复。"},
      {"an indicator's number is doubled", list + "/18/seq", "18", list + "/18/seq", "编号 18 重复。"},
      {"two lead", tasks + "/0/units/1/role", "\"lead\"", tasks + "/0/units",
       "分工不成立：须是一家牵头（可有配合），或一家独立负责，或两家以上共同负责；现为牵头 2 家、配合 4 家、共同负责 0 "
       "家、独立负责 0 家。"},
      {"a letter of a sentence", tasks + "/8/requirements/0/sentence", "\"平均供电煤耗低于 310克/千瓦时\"",
       tasks + "/8/requirements/0/sentence", "任务文字中没有这句原文。"},
      {"an article that does not exist", tasks + "/8/articles/0", "20", tasks + "/8/articles/0", "没有第 20 条。"},
      {"a monitored indicator with target", list + "/6/target", "\"0\"", list + "/6/target",
       "monitored 类指标没有数值目标，应为 null。"},
      {"escaped control character", "/plans/0/title", R"("方案\u0007")", "/plans/0/title", "含有换行或控制字符。"},
      {"escaped NUL", "/plans/0/title", R"("方案\u0000")", "/plans/0/title", "含有换行或控制字符。"},
  };
  for (const auto& c : cases) {
    const auto book = read_plan_book(spoilt(c.at, c.value));
    ASSERT_TRUE(book) << c.why;
    EXPECT_THAT(check_plan_book(*book, {}), testing::Contains(is_fault(c.place, c.reason))) << c.why;
  }
}

TEST(Reading, GivesAllFaultsAndNoBook) {
  auto json = seed_json();
  json["units"][0].erase("code");
  json["plans"][0]["annex"]["tasks"][3]["seq"] = "4";
  json["x"] = 1;
  const auto book = read_plan_book(json.dump());
  ASSERT_FALSE(book);
  EXPECT_THAT(book.error(), ElementsAre(is_fault("/units/0/code", "缺少这一项。"),
                                        is_fault("/plans/0/annex/tasks/3/seq", "应为 0 至 9999 的整数。"),
                                        is_fault("/x", "不认识的项。")));
}

TEST(Reading, StopsCountingFaultsAtTwoHundred) {
  auto json = seed_json();
  json["units"] = std::vector<int>(100000, 1);
  EXPECT_EQ(faults_of(json.dump()).size(), 200u);
}

TEST(Writing, GivesWhatWasReadWhateverTheFormOfTheFile) {
  const auto written = write_plan_book(seed_book());
  EXPECT_EQ(write_plan_book(*read_plan_book(seed_json().dump())), written);
  EXPECT_EQ(write_plan_book(*read_plan_book(nlohmann::json(seed_json()).dump())), written);  // keys in another order
  EXPECT_EQ(write_plan_book(*read_plan_book(written)), written);
}

TEST(Writing, PutsNullForWhatIsAbsent) {
  auto book = seed_book();
  book.years[0].plan.closing.clear();
  book.years[0].plan.indicator_note.clear();
  book.years[0].indicators[0].unit.clear();
  const auto text = write_plan_book(book);
  EXPECT_NE(text.find("\"closing\": null"), text.npos);
  EXPECT_NE(text.find("\"note\": null"), text.npos);
  EXPECT_NE(text.find("\"unit\": null"), text.npos);
  EXPECT_EQ(write_plan_book(*read_plan_book(text)), text);
}

}  // namespace
}  // namespace sjsz
