#include "pages/report_head.h"

#include "pages/layout.h"
#include "view/links.h"
#include "view/report_links.h"
#include "view/segments.h"
#include "view/words.h"

namespace sjsz {

view::ReportHead report_head(Reader& db, const UnitMonth& month, const UnitLine& line) {
  view::ReportHead head;
  head.ledger_url = view::ledger_url(month.month);
  head.unit = month.unit_name;
  head.period = month.month;
  head.state = line.report.state;
  head.late = line.late;
  head.due = line.due;
  head.tasks_left = month.count_tasks_left();
  head.narrative_left = month.is_narrative_left();
  if (const auto* next = month.next_to_fill(line.owed.key)) {
    head.next = view::Link{title_of(*next), view::report_url(next->owed.key)};
  }
  if (!line.task) return head;
  head.seq = line.task->seq.value;
  head.label = line.task->label;
  head.role = line.owed.role;
  std::vector<std::string_view> sentences;
  for (const auto& requirement : line.task->requirements) sentences.push_back(requirement.sentence);
  head.text = view::mark_all(line.task->text, sentences);
  const int year = address_year(db, month.month.year);
  for (const auto& article : line.task->articles) {
    head.articles.push_back({view::article_mark(article), view::article_url(article, year)});
  }
  return head;
}

std::string paper_of(const UnitLine& line) { return line.task ? "" : "document.css"; }

}  // namespace sjsz
