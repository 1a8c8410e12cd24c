// The changes of a report, each with its state rule, rights, history and audit row in one transaction. Page, API and
// demonstration call these.
#pragma once
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/report.h"
#include "domain/visitor.h"
#include "storage/report_store.h"

namespace sjsz::actions {

struct LineFaults {
  ReportKey key;
  std::vector<FieldFault> faults;
};

struct Refusal {
  enum Why { stale, wrong_state, closed, not_allowed, incomplete } why = stale;
  std::string reason;             // Chinese
  ReportKey key;                  // the line that it is about, or the first of them
  std::vector<LineFaults> lines;  // of incomplete: every fault of every line
};

struct Changed {
  ReportState state = ReportState::none;
  int version = 0;
};
using Outcome = tl::expected<Changed, Refusal>;

// `seen` is the version that the writer saw; 0: none was written yet. An older one is refused as stale.
Outcome save_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                    const ReportText& text);
Outcome withdraw_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                        const std::string& comment = "");
Outcome return_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                      const std::string& comment);
// `judged`: the unit's own assessment unless given; another one needs a comment.
Outcome accept_report(Writer& db, const Actor& actor, const Visitor& visitor, const ReportKey& key, int seen,
                      std::optional<WorkState> judged, const std::string& comment);

// What a report without progress keeps: last month's own assessment and completion.
ReportText as_submitted(Reader& db, const ReportKey& key, ReportForm form, ReportText text);

struct Submission {
  ReportKey key;
  int seen = 0;
  std::string comment = {};  // for the history; may be empty
};
struct Submitted {
  std::string receipt;
  std::vector<Changed> lines;  // as they were given
};
// All of them or none: one receipt. Every line must be complete and in a state that may be submitted; the period must
// take submissions.
tl::expected<Submitted, Refusal> submit_reports(Writer& db, const Actor& actor, const Visitor& visitor,
                                                const std::vector<Submission>& lines);

}  // namespace sjsz::actions
