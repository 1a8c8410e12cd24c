#include "storage/task_store.h"

#include "storage/columns.h"
#include "storage/years.h"

namespace sjsz {
namespace {

using TasksByYear = std::map<int, std::vector<Task>>;

// Finds tasks for rows that come by year and seq, as the tasks do: by walking on.
class TaskWalk {
 public:
  explicit TaskWalk(TasksByYear& years) : years_(years) {}
  Task& at(int year, int seq) {
    if (!tasks_ || year != year_) {
      tasks_ = &years_.at(year);
      year_ = year;
      next_ = 0;
    }
    while (tasks_->at(next_).seq.value != seq) ++next_;
    return (*tasks_)[next_];
  }

 private:
  TasksByYear& years_;
  std::vector<Task>* tasks_ = nullptr;
  int year_ = 0;
  std::size_t next_ = 0;
};

TasksByYear read_tasks(Reader& db, Years years) {
  TasksByYear tasks;
  auto row = db.query(R"(
    SELECT year, seq, label, text, responsible_text FROM task WHERE year BETWEEN :first AND :last ORDER BY year, seq)");
  row.bind(":first", years.first).bind(":last", years.last);
  while (row.next())
    tasks[row.number(0)].push_back({{row.number(1)}, row.text(2), row.text(3), row.text(4), {}, {}, {}});
  return tasks;
}

void read_articles(Reader& db, Years years, TasksByYear& tasks) {
  auto row = db.query(R"(
    SELECT year, task, article FROM task_article WHERE year BETWEEN :first AND :last ORDER BY year, task, position)");
  row.bind(":first", years.first).bind(":last", years.last);
  TaskWalk walk(tasks);
  while (row.next()) walk.at(row.number(0), row.number(1)).articles.push_back({row.number(2)});
}

void read_assignments(Reader& db, Years years, TasksByYear& tasks) {
  auto row = db.query(R"(
    SELECT year, task, unit, role FROM assignment WHERE year BETWEEN :first AND :last ORDER BY year, task, position)");
  row.bind(":first", years.first).bind(":last", years.last);
  TaskWalk walk(tasks);
  while (row.next()) {
    walk.at(row.number(0), row.number(1)).assignments.push_back({{row.text(2)}, code_at<Role>(row, 3)});
  }
}

Requirement requirement_at(const Query& row, int first) {
  return {.key = row.text(first),
          .text = row.text(first + 1),
          .sentence = row.text(first + 2),
          .kind = code_at<RequirementKind>(row, first + 3),
          .type = code_at<ValueType>(row, first + 4),
          .comparison = code_at<Comparison>(row, first + 5),
          .unit = row.text(first + 6),
          .target = decimal_at(row, first + 7),
          .date = date_at(row, first + 8)};
}

void read_requirements(Reader& db, Years years, TasksByYear& tasks) {
  auto row = db.query(R"(
    SELECT year, task, key, text, sentence, kind, value_type, comparison, unit, target, day
    FROM requirement WHERE year BETWEEN :first AND :last ORDER BY year, task, position)");
  row.bind(":first", years.first).bind(":last", years.last);
  TaskWalk walk(tasks);
  while (row.next()) walk.at(row.number(0), row.number(1)).requirements.push_back(requirement_at(row, 2));
}

TasksByYear read_whole_tasks(Reader& db, Years years) {
  auto tasks = read_tasks(db, years);
  read_articles(db, years, tasks);
  read_assignments(db, years, tasks);
  read_requirements(db, years, tasks);
  return tasks;
}

void insert_articles(Writer& db, int year, const Task& task) {
  auto insert = db.query(R"(
    INSERT INTO task_article (year, task, position, article) VALUES (:year, :task, :position, :article))");
  int position = 0;
  for (const auto& article : task.articles) {
    insert.bind(":year", year)
        .bind(":task", task.seq.value)
        .bind(":position", ++position)
        .bind(":article", article.value)
        .run();
  }
}

void insert_assignments(Writer& db, int year, const Task& task) {
  auto insert = db.query(R"(
    INSERT INTO assignment (year, task, position, unit, role) VALUES (:year, :task, :position, :unit, :role))");
  int position = 0;
  for (const auto& assignment : task.assignments) {
    insert.bind(":year", year)
        .bind(":task", task.seq.value)
        .bind(":position", ++position)
        .bind(":unit", assignment.unit.value)
        .bind(":role", to_code(assignment.role))
        .run();
  }
}

void insert_requirements(Writer& db, int year, const Task& task) {
  auto insert = db.query(R"(
    INSERT INTO requirement (year, task, position, key, text, sentence, kind, value_type, comparison, unit, target, day)
    VALUES (:year, :task, :position, :key, :text, :sentence, :kind, :value_type, :comparison, :unit, :target, :day))");
  int position = 0;
  for (const auto& requirement : task.requirements) {
    insert.bind(":year", year)
        .bind(":task", task.seq.value)
        .bind(":position", ++position)
        .bind(":key", requirement.key)
        .bind(":text", requirement.text)
        .bind(":sentence", requirement.sentence)
        .bind(":kind", to_code(requirement.kind))
        .bind(":value_type", to_code(requirement.type))
        .bind(":comparison", to_code(requirement.comparison))
        .bind(":unit", requirement.unit)
        .bind(":target", to_text(requirement.target))
        .bind(":day", to_text(requirement.date))
        .run();
  }
}

}  // namespace

std::vector<Task> list_tasks(Reader& db, int year) {
  return db.recall<std::vector<Task>>("tasks", year, [&] { return std::move(read_whole_tasks(db, only(year))[year]); });
}

std::map<int, std::vector<Task>> list_tasks_by_year(Reader& db) {
  return db.recall<TasksByYear>("tasks by year", 0, [&] { return read_whole_tasks(db, Years{}); });
}

std::vector<Requirement> list_requirements(Reader& db, int year, TaskSeq task) {
  std::vector<Requirement> requirements;
  auto row = db.query(R"(
    SELECT key, text, sentence, kind, value_type, comparison, unit, target, day
    FROM requirement WHERE year = :year AND task = :task ORDER BY position)");
  row.bind(":year", year).bind(":task", task.value);
  while (row.next()) requirements.push_back(requirement_at(row, 0));
  return requirements;
}

void insert_tasks(Writer& db, int year, const std::vector<Task>& tasks) {
  auto insert = db.query(R"(
    INSERT INTO task (year, seq, label, text, responsible_text) VALUES (:year, :seq, :label, :text, :responsible_text))");
  for (const auto& task : tasks) {
    insert.bind(":year", year)
        .bind(":seq", task.seq.value)
        .bind(":label", task.label)
        .bind(":text", task.text)
        .bind(":responsible_text", task.responsible_text)
        .run();
    insert_articles(db, year, task);
    insert_assignments(db, year, task);
    insert_requirements(db, year, task);
  }
}

}  // namespace sjsz
