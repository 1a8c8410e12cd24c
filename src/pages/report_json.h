// Reports as JSON: a line of the list, a whole report, and what a client sends to save one.
#pragma once
#include <string>
#include <vector>

#include "document/strict_json.h"
#include "pages/visible_report.h"
#include "storage/attachment_store.h"

namespace sjsz {

Json line_json(const VisibleReport& visible, const DueDates& due);

// What is shown of a report beside its line and its text.
struct ReportContext {
  DueDates due;
  std::optional<std::string> lock;  // why its unit may not write now
  std::vector<Revision> revisions;
  std::vector<ReportEvent> history;
  std::vector<Attachment> attachments;
};
Json report_json(const VisibleReport& visible, const ReportContext& context);

struct SentReport {
  RawReport raw;
  int version = 0;
};
// Notes unknown keys, wrong types, and fields that a report of this form does not have.
SentReport read_report(const Spot& body, ReportForm form, const std::vector<Requirement>& requirements);

struct SentVerb {
  int version = 0;
  std::string comment;
  std::optional<WorkState> judged_state;
};
SentVerb read_verb(const Spot& body);

}  // namespace sjsz
