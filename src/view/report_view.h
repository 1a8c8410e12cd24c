// One report to read: what was said, what the office holds of it, its whole history. Its own unit can withdraw it here;
// others see no more than they may.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "view/report_parts.h"
#include "view/template.h"

namespace sjsz::view {

struct ReportView {  // templates/report.html
  struct Event {
    Instant at{};
    std::string who, verb;
    std::optional<int> revision;
    std::optional<WorkState> judged_state;
    std::string comment;
  };
  struct Revision {
    int number = 1;
    Instant at{};
    std::string who, receipt_url, receipt;
    bool late = false;
    ReportText text;
  };
  ReportHead head;
  ReportForm form = ReportForm::full;
  std::vector<Requirement> requirements;
  std::optional<ReportText> text;  // nothing: the visitor may not see it, or nothing was written
  std::string hidden;              // why there is no text
  std::optional<WorkState> judged_state;
  std::optional<ReportReturn> sent_back;
  std::string locked;  // why its unit cannot change it; empty for others
  std::string notice;  // what was just done
  bool may_withdraw = false;
  std::string url;
  int version = 0;
  std::vector<LabelledText> unsaved;  // 409: what was typed and could not be saved any more
  std::vector<ReportFile> files;
  std::vector<Event> events;        // newest first
  std::vector<Revision> revisions;  // older ones than the text shown, newest first
};
std::vector<ReportView> report_examples();
std::string render(const Templates& templates, const ReportView& view);

}  // namespace sjsz::view
