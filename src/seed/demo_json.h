// The demonstration year as it stands in seed/demo-2020.json (sjsz-demonstration, version 1): who there is, and step by
// step what each unit wrote and what the office answered, all of it fictitious.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/date.h"
#include "domain/account.h"
#include "domain/owed.h"
#include "domain/plan_book.h"
#include "domain/report.h"
#include "domain/unit_contact.h"

namespace sjsz {

enum class DemoVerb { save, submit, withdraw, send_back, accept };

struct DemoStep {
  Instant at{};
  DemoVerb verb = DemoVerb::save;
  ReportText text;                  // of save
  std::optional<WorkState> judged;  // of accept, where it is not the unit's own
  std::string comment;              // of send_back and accept
};

struct DemoLine {
  ReportKey key;
  std::vector<DemoStep> steps;  // by time; none: nothing was ever written
};

struct DemoSetting {
  std::string key, value, reason;
};

struct DemoContact {
  UnitCode unit;
  UnitContact contact;
};

struct DemoExemption {
  Instant at{};
  Exemption exemption;
};

struct DemoReminder {
  Instant at{};
  Month period;
  UnitCode unit;
  std::string way, note;
};

struct DemoClosing {
  Instant at{};
  Month period;
};

struct Demo {
  Instant started{};  // accounts, settings and contacts
  std::vector<DemoSetting> settings;
  std::vector<NewAccount> accounts;
  std::vector<DemoContact> contacts;
  std::vector<DemoExemption> exemptions;
  std::vector<DemoClosing> closings;
  std::vector<DemoReminder> reminders;
  std::vector<DemoLine> lines;  // every line that is owed, by period and unit; a narrative has no task
};

// All or nothing: the year, or what is wrong with the file.
tl::expected<Demo, std::vector<Fault>> read_demo(std::string_view json);

}  // namespace sjsz
