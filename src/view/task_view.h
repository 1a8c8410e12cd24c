// One task: the annex to the letter, its article where the wording differs, requirements with their sentences, units
// with roles.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "domain/task.h"
#include "view/parts.h"
#include "view/segments.h"
#include "view/template.h"

namespace sjsz::view {

struct TaskView {  // templates/task.html
  struct Article {
    Link link;          // （十一）
    std::string title;  // 进一步压减煤炭消费量
    Wordings wordings;  // of compare(task text, article text)
  };
  struct Requirement {
    std::string text, sentence;
    RequirementKind kind = RequirementKind::level;
    Comparison comparison = Comparison::yes;
    std::string unit;
    std::optional<Decimal> target;
    std::optional<Date> date;
  };

  int seq = 0;
  int year = 0;
  int address_year = 0;
  std::string label;
  Link chapter;   // 三、聚焦煤炭消费压减，加快调整能源结构
  Segments text;  // marked: the sentences that hold a requirement
  std::string responsible_text;
  std::vector<Article> articles;
  std::vector<RoleGroup> who;
  std::vector<Requirement> requirements;
  std::string due_sentence;            // the plan's words about the end of the year, verbatim; empty: not shown
  Link due_article;                    // （十九）
  std::optional<Link> previous, next;  // text is the label
};
std::vector<TaskView> task_examples();
std::string render(const Templates& templates, const TaskView& view);

}  // namespace sjsz::view
