#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/portal.h"

namespace sjsz::test {

using ::testing::HasSubstr;

namespace {

std::vector<std::string> task_numbers(const std::string& target) {
  std::vector<std::string> numbers;
  for (const auto& href : shared_portal().page(target).texts("//tbody//a[starts-with(@href, '/tasks/')]/@href")) {
    numbers.push_back(href.substr(7));
  }
  return numbers;
}

}  // namespace

TEST(TaskList, ShowsTheWholeTextOfAllSixteenTasks) {
  const auto page = shared_portal().page("/tasks");
  EXPECT_EQ(page.count("//tbody//a[starts-with(@href, '/tasks/')]"), 16u);
  EXPECT_EQ(page.count("//tbody//a[starts-with(@href, '/units/')]"), 42u);
  EXPECT_THAT(page.text("//tr[.//a[@href='/tasks/16']]"), HasSubstr("质量抽检全区总体合格率达到98%以上。"));
  EXPECT_EQ(page.count("//table/caption"), 1u);
  EXPECT_EQ(page.count("//thead//th[@scope='col']"), page.count("//thead/tr[not(contains(@class, 'only-print'))]/th"));
}

TEST(TaskList, FiltersByUnitRoleChapterAndWords) {
  const struct {
    const char* query;
    std::vector<std::string> tasks;
  } cases[] = {
      {"unit=zhujian", {"9", "10", "13", "15"}},
      {"unit=zhujian&role=sole", {"10", "13"}},
      {"unit=zhujian&role=lead", {"15"}},
      {"role=joint", {"7", "14"}},
      {"chapter=3", {"9", "10", "11", "12", "13"}},
      {"chapter=4&unit=shijian", {"16"}},
      {"q=%E6%95%A3%E4%B9%B1%E6%B1%A1", {"8"}},  // 散乱污
      {"unit=&role=&chapter=&q=+",
       {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16"}},
      {"unit=keji&role=lead", {}},
      {"chapter=5", {}},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(task_numbers(std::string("/tasks?") + c.query), c.tasks) << c.query;
  }
}

TEST(TaskList, KeepsWhatWasAskedForInItsForm) {
  const auto page = shared_portal().page("/tasks?unit=fagai&role=lead&chapter=2&q=%E5%87%8F");
  EXPECT_EQ(page.text("//select[@name='unit']/option[@selected]/@value"), "fagai");
  EXPECT_EQ(page.text("//select[@name='role']/option[@selected]/@value"), "lead");
  EXPECT_EQ(page.text("//select[@name='chapter']/option[@selected]/@value"), "2");
  EXPECT_EQ(page.text("//input[@name='q']/@value"), "减");
}

TEST(TaskList, RefusesFiltersThatNameNothing) {
  for (const char* query :
       {"unit=nobody", "unit=%3Cscript%3E", "role=boss", "chapter=6", "chapter=1e400", "chapter=x"}) {
    const auto response = shared_portal().get(std::string("/tasks?") + query);
    EXPECT_EQ(response.status, 422) << query;
    EXPECT_THAT(*response.body, ::testing::Not(HasSubstr("<script>"))) << query;
  }
  std::string words = "/tasks?q=";
  for (int i = 0; i < 101; ++i) words += "%E5%87%8F";
  EXPECT_EQ(shared_portal().get(words).status, 422);
}

TEST(TaskPage, ShowsAnnexAndArticleWhereTheyDiffer) {
  const auto page = shared_portal().page("/tasks/9");
  EXPECT_THAT(page.text("//main"), HasSubstr("严格执行全区煤炭消费压减工作总体要求"));
  EXPECT_THAT(page.text("//main"), HasSubstr("总体方案要求"));
  EXPECT_THAT(page.text("//main"), HasSubstr("其中火电行业现役燃煤发电机组改造后平均供电煤耗低于310克/千瓦时。"));
  EXPECT_EQ(page.count("//main//a[@href='/units/fagai']"), 1u);
}

TEST(TaskPage, IsNotFoundForNumbersThatThePlanDoesNotHave) {
  for (const char* target : {"/tasks/0", "/tasks/17", "/tasks/1e400", "/tasks/99999999999999999999", "/tasks/09"}) {
    EXPECT_EQ(shared_portal().get(target).status, 404) << target;
  }
}

TEST(UnitPage, ShowsWhatAUnitLeadsAndSupports) {
  const auto page = shared_portal().page("/units/shengtai");
  EXPECT_EQ(page.text("//h1"), "市生态环境局历下分局");
  for (const char* task : {"3", "6", "8", "14", "1", "2", "5", "9", "15"}) {
    EXPECT_GE(page.count(std::string("//main//a[@href='/tasks/") + task + "']"), 1u) << task;
  }
  EXPECT_THAT(page.text("//main"), HasSubstr("具体负责做好工作专班日常工作"));
}

TEST(UnitPage, IsNotFoundForUnknownCodes) {
  for (const char* target : {"/units/nobody", "/units/", "/units/FAGAI", "/units/..%2fplan", "/units/%E5%8C%BA"}) {
    EXPECT_EQ(shared_portal().get(target).status, 404) << target;
  }
}

}  // namespace sjsz::test
