// A data folder of its own for each test, with a database that was migrated once and is copied; and a small plan to put
// into it.
#pragma once
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "domain/plan_book.h"
#include "storage/db.h"

namespace sjsz::test {

// Gone when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "sjsz-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
  std::filesystem::permissions(path, std::filesystem::perms(0600));
}

// Those of the checkout, as the program has them inside.
inline const std::vector<Migration>& migrations() {
  static const std::map<std::string, std::string> files = [] {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(SJSZ_SOURCE_DIR "/src/storage/migrations")) {
      found[entry.path().filename().string()] = read_file(entry.path());
    }
    return found;
  }();
  static const std::vector<Migration> list = [] {
    std::vector<Migration> made;
    made.reserve(files.size());
    for (const auto& [name, sql] : files) made.push_back({static_cast<int>(made.size()) + 1, name, sql});
    return made;
  }();
  return list;
}

// What opening a folder is refused with; "" if it is not.
inline std::string refusal(const std::filesystem::path& folder, Db::Lock lock = Db::Lock::server,
                           const std::vector<Migration>& known = migrations()) {
  try {
    const Db db(folder, lock, known);
  } catch (const StorageError& fault) {
    return fault.what();
  }
  return "";
}

inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class TestDatabase {
 public:
  TestDatabase() {
    std::filesystem::copy_file(migrated_once(), folder_.path() / "sjsz.db");
    db_ = std::make_unique<Db>(folder_.path(), Db::Lock::server, migrations());
  }
  Db& operator*() { return *db_; }
  Db* operator->() { return db_.get(); }
  const std::filesystem::path& folder() const { return folder_.path(); }
  void close() { db_.reset(); }
  void open() { db_ = std::make_unique<Db>(folder_.path(), Db::Lock::server, migrations()); }

 private:
  static std::filesystem::path migrated_once() {
    static const TemporaryFolder folder;
    static const bool made = (Db(folder.path(), Db::Lock::server, migrations()), true);
    static_cast<void>(made);
    return folder.path() / "sjsz.db";
  }

  TemporaryFolder folder_;
  std::unique_ptr<Db> db_;
};

// A whole plan with something in every column: two units, one chapter with two articles, two indicators, `tasks` tasks.
inline PlanBook sample_book(int year = 2020, int tasks = 2) {
  PlanBook book;
  book.units = {{{"gongxin"}, "区工信局", false, true}, {{"jiedao"}, "各街道办事处", true, true}};
  book.calendar = {{{year, 1, 1}, false, "元旦"}, {{year, 9, 27}, true, "国庆节、中秋节"}};
  book.current_year = year;
  PlanYear one;
  one.plan = {.year = year,
              .district = "历下区",
              .title = "工作方案",
              .preamble = "为深入推进……",
              .base_year = 2015,
              .chapters = {{1, "总体要求", {{{1}, "指导思想", "第一段\n第二段"}, {{2}, "基本原则", "——聚焦"}}},
                           {2, "组织保障", {{{3}, "加强组织领导", "专班"}}}},
              .indicator_title = "方案指标体系",
              .indicator_name_heading = "目标任务",
              .indicator_target_heading = "2020 年目标",
              .indicator_note = "注：基准年为 2015 年",
              .indicator_article = {2},
              .closing = "以本方案为准。",
              .annex_mark = "附件",
              .annex_title = "任务分工表",
              .annex_headings = {"序号", "工作任务", "责任部门"}};
  one.indicators = {{.seq = {1},
                     .category = "能源结构",
                     .name = "煤炭消费总量(万吨)",
                     .short_name = "煤炭消费总量",
                     .unit = "万吨",
                     .target_text = "20.2382",
                     .target = Decimal::parse("20.2382"),
                     .second_target = Decimal::parse("40.00"),
                     .second_target_unit = "%",
                     .kind = IndicatorKind::at_most_total,
                     .base_year = 2015,
                     .seasonal = true,
                     .rhythm = Rhythm::month,
                     .second_threshold = 98},
                    {.seq = {2},
                     .category = "运输结构",
                     .name = "铁路货运增加量*(万吨)",
                     .short_name = "铁路货运增加量",
                     .unit = "万吨",
                     .target_text = "——",
                     .kind = IndicatorKind::monitored,
                     .base_year = 2017}};
  for (int seq = 1; seq <= tasks; ++seq) {
    one.tasks.push_back({{seq},
                         "压减煤炭",
                         "供电煤耗低于310克/千瓦时。",
                         "区工信局牵头，各街道办事处配合",
                         {{3}, {1}},
                         {{{"jiedao"}, Role::support}, {{"gongxin"}, Role::lead}},
                         {{.key = "coal_use",
                           .text = "供电煤耗",
                           .sentence = "供电煤耗低于310克/千瓦时。",
                           .kind = RequirementKind::level,
                           .type = ValueType::number,
                           .comparison = Comparison::below,
                           .unit = "克/千瓦时",
                           .target = Decimal::parse("310"),
                           .date = Date{year, 12, 31}},
                          {.key = "ban", .text = "禁用", .sentence = "供电煤耗低于310克/千瓦时。"}}});
  }
  book.years.push_back(std::move(one));
  return book;
}

}  // namespace sjsz::test
