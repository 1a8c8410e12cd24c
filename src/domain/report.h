// Reports (进展填报): what a unit says on one task for one period, its states, and what must be filled in before it is
// submitted. The narrative (工作进展情况报告) of a unit and period goes the same way with a text alone.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "base/decimal.h"
#include "domain/ids.h"
#include "domain/task.h"
#include "domain/unit.h"

namespace sjsz {

struct ReportKey {
  Month period;
  std::optional<TaskSeq> task;  // none: the narrative
  UnitCode unit;
  auto operator<=>(const ReportKey&) const = default;
};

enum class ReportState { none, draft, submitted, returned, accepted, exempt };

// Self-assessed (自评); judged by the office (核定) it may also be off.
enum class WorkState { not_started, on_pace, behind, done, off };

// What a report says. Absent is not zero.
struct ReportText {
  std::optional<WorkState> self_state;
  std::optional<int> completion;  // percent
  std::string progress;
  std::optional<std::string> no_progress;  // 本月无新进展, with its reason
  std::string measures, problems, next_steps;
  std::optional<Date> expected_date;                // 预计达标日期
  std::string coordination;                         // 需协调解决事项
  std::map<std::string, std::string> requirements;  // by key: a decimal as written, or "yes" / "no"

  bool operator==(const ReportText&) const = default;
};

// What was written on one line of a month.
struct Report {
  std::int64_t id = 0;  // 0: nothing was written yet
  ReportKey key;
  ReportState state = ReportState::none;
  int version = 0;            // grows with every change; a save that saw an older one is refused
  int revisions = 0;          // submitted so far, withdrawn ones among them
  bool was_accepted = false;  // one of them is or was
  ReportText text;
  std::optional<WorkState> judged_state;
  std::optional<Instant> first_submitted;  // of the first submission that was not withdrawn: judges timeliness
  std::optional<Instant> submitted_at;     // of the newest one, unless it was withdrawn
  Instant changed_at{};
  std::string changed_by;  // name as shown to people
};

// What was submitted, frozen.
struct Revision {
  int number = 0;
  ReportText text;
  Instant submitted_at{};
  std::string submitted_by;
  bool late = false;
  std::string receipt;
};

struct ReportEvent {
  Instant at{};
  std::string actor;
  std::string verb;  // submit, withdraw, return, accept
  std::optional<int> revision;
  std::optional<WorkState> judged_state;
  std::string comment;
};

// As typed; the names are those of forms and API.
struct RawReport {
  std::string self_state, completion, progress, measures, problems, next_steps, expected_date, coordination;
  bool no_progress = false;
  std::string no_progress_reason;
  std::map<std::string, std::string> requirements;
};

struct FieldFault {
  std::string field;   // completion, requirements.coal_use, …
  std::string reason;  // Chinese
};

// Who writes it decides what it holds: lead, joint and sole lines everything, supporting ones progress and problems, a
// narrative progress alone.
enum class ReportForm { full, supporting, narrative };
ReportForm form_of(const ReportKey& key, Role role);

inline constexpr std::size_t kMostReportCharacters = 5000;
inline constexpr std::size_t kLeastProgressCharacters = 10;
inline constexpr std::size_t kMostNarrativeCharacters = 20000;

// What was typed as values; a draft may leave anything out. Or every fault: wrong numbers, dates, states, texts too
// long.
tl::expected<ReportText, std::vector<FieldFault>> check_report(const RawReport& raw, ReportForm form,
                                                               const std::vector<Requirement>& requirements,
                                                               const Month& period);

// What is missing before it may be submitted; empty: nothing.
std::vector<FieldFault> list_missing(const ReportText& text, ReportForm form,
                                     const std::vector<Requirement>& requirements);

inline constexpr int kUsualJumpPercent = 50;

// What deserves a second look and does not block: `previous` is last month's accepted or submitted text, if any. A
// number jumps that differs from its previous one by more than `jump_percent` of that.
std::vector<FieldFault> list_warnings(const ReportText& text, const ReportText* previous,
                                      const std::vector<Requirement>& requirements,
                                      int jump_percent = kUsualJumpPercent);

enum class ReportVerb {
  save,
  submit,
  withdraw,
  send_back,
  accept
};  // send_back: 退回 of a submitted, 重新打开 of an accepted one

// The state after a verb, or nothing where the verb is not for that state.
std::optional<ReportState> next_state(ReportState state, ReportVerb verb);

// Still owed: nothing submitted yet, or returned and not submitted again.
bool is_outstanding(ReportState state);
// Counts as submitted (已报) for rates.
bool counts_as_submitted(ReportState state);

std::string_view work_state_word(WorkState state);  // 未启动 正常推进 进度滞后 已完成 严重滞后

}  // namespace sjsz
