// 本月填报: what a unit owes in a month, line by line with its state, and what to do next; on paper the 月台账报表.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "view/report_parts.h"
#include "view/template.h"

namespace sjsz::view {

struct LedgerView {  // templates/ledger.html
  struct Row {
    int seq = 0;  // 0: the narrative
    std::string label, url;
    std::string text;  // the plan's; empty for the narrative
    std::optional<Role> role;
    ReportState state = ReportState::none;
    bool late = false;     // 迟报
    bool missing = false;  // not submitted, and the due date is over
    bool editable = false;
    bool ready = false;  // a draft with nothing left out: goes when submitted
    ReportText report;
    std::optional<WorkState> judged_state;
    std::optional<Instant> submitted_at, changed_at;
    std::string changed_by;
    std::optional<ReportReturn> sent_back;
    std::vector<std::string> lacks;  // of a draft: labels of what is left out
    std::string exempt_reason;
  };

  std::string unit;
  Month period;
  std::vector<Option> periods;
  Date due;
  std::optional<Date> supporting_due;  // where the unit has supporting lines with a date of their own
  std::string due_note;                // 5日为周六: why it is not the usual day; empty: it is
  std::string nothing;                 // why no line is owed, and who does what next; empty: there are rows
  std::string locked;                  // why nothing can be submitted now; empty: it can
  std::vector<Row> rows;               // as shown: what was returned first, then what is owed still
  std::vector<Link> receipts;          // of this month, newest first: number and time
  std::string reviewer;                // 审核人 of the unit, for the paper; may be empty
};
std::vector<LedgerView> ledger_examples();
std::string render(const Templates& templates, const LedgerView& view);

}  // namespace sjsz::view
