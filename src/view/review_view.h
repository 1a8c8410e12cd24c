// 审核: what waits for the office, oldest first, and one line of it to read and judge: the plan's words, what deserves
// a second look, and what changed since an earlier text.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "view/report_parts.h"
#include "view/template.h"

namespace sjsz::view {

struct ReviewView {  // templates/review.html
  struct Entry {
    ReportKey key;
    std::string label, unit;  // of the task; empty for a narrative
    std::optional<Role> role;
    Instant submitted_at{};
    int days = 0;  // waiting
    int warnings = 0;
    std::string reviewers;  // who judges it, where the visitor may not
    bool current = false;
  };
  struct Office {  // who has what still to judge
    std::string name;
    int waiting = 0, days = 0;  // days of the oldest
  };
  struct Comparison {
    std::string title, url;  // 7月, 第 1 稿; where it is shown
    ReportText text;
    bool current = false;
  };
  struct Event {
    Instant at{};
    std::string who, verb, comment;
    std::optional<int> revision;
    std::optional<WorkState> judged_state;
  };
  struct Line {
    ReportKey key;
    std::string label, unit;
    std::optional<Role> role;
    ReportState state = ReportState::submitted;
    bool late = false;
    int revision = 1, version = 0;
    std::optional<Instant> submitted_at;
    std::optional<WorkState> judged_state;
    Segments plan_text;  // its requirements marked; empty for a narrative
    std::vector<Link> articles;
    ReportForm form = ReportForm::full;
    std::vector<Requirement> requirements;
    ReportText text;
    std::vector<ReportFile> files;
    std::vector<FieldFault> warnings;
    std::vector<Comparison> comparisons;  // earlier texts; the current one is laid beside this one
    std::vector<Event> events;            // newest first
    std::string reviewers;                // who judges it, where the visitor may not; empty: the visitor may
  };
  // What was typed, with what is wrong with it.
  struct Typed {
    std::string return_comment, accept_comment, judged_state;
    std::string return_fault, accept_fault;
  };

  std::vector<Entry> queue;  // oldest first
  std::vector<Entry> own;    // of the visitor's own unit
  std::vector<Office> offices;
  int clean = 0;             // that may be accepted together
  std::optional<Line> line;  // nothing: nothing waits
  Typed typed;
  std::string notice, conflict;  // what was just done; why it was not
};
std::vector<ReviewView> review_examples();
std::string render(const Templates& templates, const ReviewView& view);

// 批量通过: all that waits without a warning, by name, before it is accepted together.
struct AcceptCleanView {  // templates/accept_clean.html
  struct Line {
    ReportKey key;
    int version = 0;
    std::string label, unit;
    std::optional<Role> role;
    std::optional<WorkState> self_state;
    std::string progress;
  };
  std::vector<Line> lines;
  int others = 0;        // with warnings: each is judged by itself
  std::string conflict;  // why nothing was accepted
};
std::vector<AcceptCleanView> accept_clean_examples();
std::string render(const Templates& templates, const AcceptCleanView& view);

}  // namespace sjsz::view
