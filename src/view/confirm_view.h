// 核对并提交: what a unit is about to submit, beside what it said before, and what stays back and why.
#pragma once
#include <string>
#include <vector>

#include "domain/diff.h"
#include "domain/period.h"
#include "domain/report.h"
#include "view/report_parts.h"
#include "view/template.h"

namespace sjsz::view {

struct ConfirmView {  // templates/confirm.html
  struct Line {
    int seq = 0;  // 0: the narrative
    std::string label, url;
    std::optional<Role> role;
    int version = 0;
    ReportForm form = ReportForm::full;
    std::vector<Requirement> requirements;
    ReportText text, before;
    std::string before_title;  // 7月, or 退回的一稿; empty: nothing was said before
    std::vector<FieldFault> warnings;
    int files = 0;
  };
  struct Held {  // what does not go
    std::string title, url;
    ReportState state = ReportState::none;
    std::vector<std::string> lacks;  // labels of what is left out
  };

  std::string unit;
  Month period;
  DueDates due;
  int late_lines = 0;           // submitted now, it is late
  std::vector<std::string> to;  // who reviews it: 专班办公室, or the offices of other units
  std::string locked;           // why nothing can be submitted; empty: it can
  std::string notice;           // 409: what changed since the page was shown
  std::vector<Line> lines;
  std::vector<Held> held;
};
std::vector<ConfirmView> confirm_examples();
std::string render(const Templates& templates, const ConfirmView& view);

}  // namespace sjsz::view
