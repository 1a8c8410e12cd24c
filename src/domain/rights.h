// Who may do what (docs/security.md, access): deny by default, one function a question, plain facts in. Routes name
// these in their rows; actions ask the object rules again inside the transaction.
#pragma once
#include <optional>
#include <set>

#include "domain/report.h"
#include "domain/visitor.h"

namespace sjsz {

bool may_read_plan(const Visitor& visitor);        // everybody; without login while public pages are on
bool may_report(const Visitor& visitor);           // has a unit that reports: reporter, or office person of a unit
bool may_review(const Visitor& visitor);           // office: queue, dispatch board, periods
bool may_oversee(const Visitor& visitor);          // office and leaders: reads what is submitted
bool may_read_reports(const Visitor& visitor);     // who reports or oversees; which ones is asked of each
bool may_manage_accounts(const Visitor& visitor);  // admin, by session only
bool may_manage_units(const Visitor& visitor);     // office
bool may_read_audit(const Visitor& visitor);       // auditor
bool may_use_session(const Visitor& visitor);      // whoever is signed in by a session: own account, sign-out

// What a token of this scope may be used for at all: reading, or changing too. Without a token everything.
bool may_by_token(const Visitor& visitor, bool reads_only);

// What a visitor may do with one report, each more than the one before. `leads` are the units that lead its task (lead,
// sole or joint); `was_accepted`: one of its revisions is or was accepted.
enum class ReportAccess {
  hidden,      // as if it were not there: 404
  state_only,  // that it exists, and its state
  accepted,    // the accepted text alone
  last,        // the last submitted revision
  whole        // drafts too
};
ReportAccess report_access(const Visitor& visitor, const ReportKey& key, ReportState state, bool was_accepted,
                           const std::set<UnitCode>& leads);
bool may_file_report(const Visitor& visitor, const ReportKey& key);   // own unit
bool may_judge_report(const Visitor& visitor, const ReportKey& key);  // office, never of the own unit

// Values of an indicator, which is assigned to a unit or to none: nobody decides on what the own unit enters.
bool may_file_value(const Visitor& visitor, const std::optional<UnitCode>& unit);   // of the unit
bool may_judge_value(const Visitor& visitor, const std::optional<UnitCode>& unit);  // office, never of the own unit

}  // namespace sjsz
