// 调度台: who owes what in a month, one mark a line; whom to call for it, with the words to send; who was called.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/owed.h"
#include "domain/reminder.h"
#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

std::string dispatch_url();
std::string dispatch_url(const Month& period);
std::string remind_url(const Month& period, const UnitCode& unit);

struct DispatchView {  // templates/dispatch.html
  struct Column {
    int seq = 0;
    std::string label;
  };
  struct Cell {
    ReportState state = ReportState::none;
    std::optional<Role> role;  // none: the narrative
    int seq = 0;
    std::string url;
    bool late = false;
  };
  struct Row {
    std::string unit, url;
    int outstanding = 0;
    std::vector<std::optional<Cell>> tasks;  // one for each column
    std::optional<Cell> narrative;
  };
  struct Call {  // a unit that owes still
    UnitCode code;
    std::string unit, contact, phone;
    std::vector<std::string> items;  // 任务 5 传统行业绿色改造（退回修改）
    std::set<Date> due;              // of these
    bool silent = false;
    std::string way, note, fault;  // as typed
  };
  struct Record {
    Instant at{};
    std::string who, unit, way, note;
  };
  struct Office {
    std::string name;
    int waiting = 0, days = 0;
  };

  Month period;
  std::vector<Option> periods, states;
  std::string nothing;  // why nobody owes anything; empty: somebody does
  DueDates due;
  Date today;
  bool weekends_only = false;  // the year of the due date has no calendar
  Phase phase = Phase::open;
  OwedCounts tasks, narratives;
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<Office> offices;
  std::vector<Call> calls;
  std::vector<std::string> silent;  // units that nobody signed in for and that wrote nothing, before the due date
  std::vector<Record> records;      // newest first
  bool may_remind = false;
  std::string notice;
};
std::vector<DispatchView> dispatch_examples();
std::string render(const Templates& templates, const DispatchView& view);

}  // namespace sjsz::view
