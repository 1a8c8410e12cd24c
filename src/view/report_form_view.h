// The form of one report: boxes with the plan's sentence and last month beside them. One for lead, joint and sole
// lines, for supporting ones with two boxes, and for the narrative. It also shows what is wrong, and where two people
// collided.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "view/report_parts.h"
#include "view/template.h"

namespace sjsz::view {

struct ReportFormView {  // templates/report_form.html
  enum class Trouble {
    none,
    not_saved,  // what was typed cannot be kept: wrong numbers, dates, texts too long
    incomplete  // saved, but it cannot be submitted so
  };
  struct Past {
    Month month;
    ReportText text;
  };
  struct Supporter {  // a unit that supports the task, as its lead sees it
    std::string unit;
    ReportState state = ReportState::none;
    std::string text;  // what it submitted; empty: nothing yet
  };
  struct Other {  // what a colleague saved meanwhile
    std::string who;
    Instant at{};
    ReportText text;
  };
  ReportHead head;
  ReportForm form = ReportForm::full;
  std::string url;  // the form's own address
  int version = 0;
  RawReport typed;
  std::vector<Requirement> requirements;
  Trouble trouble = Trouble::none;
  std::string alert;  // why nothing was saved, where no field is wrong
  std::vector<FieldFault> faults, warnings;
  std::string notice;    // what was just done: 已填入7月的内容，还没有保存
  bool unsaved = false;  // the boxes hold what is not saved yet
  std::optional<ReportReturn> sent_back;
  std::optional<Other> other;  // 409: the boxes hold what was typed, beside them stands this
  std::vector<Past> earlier;   // submitted in earlier months, newest first
  std::vector<Supporter> supporters;
  std::vector<ReportFile> files;
  std::string files_url;         // where more are sent with the form
  std::optional<Instant> saved;  // when it was saved last
  std::string not_yet;           // why it cannot be submitted now though it can be written; empty: it can
};
std::vector<ReportFormView> report_form_examples();
std::string render(const Templates& templates, const ReportFormView& view);

}  // namespace sjsz::view
