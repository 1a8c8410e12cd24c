// What the pages of one report share: its head with the plan's sentence, a line of text with its label, a return.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "view/data.h"
#include "view/parts.h"

namespace sjsz::view {

struct ReportHead {  // templates/_report_head.html
  std::string ledger_url;
  std::string unit;
  Month period;
  int seq = 0;        // 0: the narrative
  std::string label;  // of the task
  std::optional<Role> role;
  ReportState state = ReportState::none;
  bool late = false;
  Date due;
  Segments text;               // the plan's, its requirements marked; empty for a narrative
  std::vector<Link> articles;  // （十一）
  int tasks_left = 0;          // of the unit's lines in this month
  bool narrative_left = false;
  std::optional<Link> next;  // the next of them

  bool document() const { return seq == 0; }
};

// What was sent back, and why (退回).
struct ReportReturn {  // templates/_report_return.html
  std::string who;
  Instant at{};
  std::string comment;
};

struct ReportFile {  // templates/_report_file.html
  std::string name, url;
  std::int64_t bytes = 0;
  Instant added_at{};
  std::string remove_url;  // where it can be removed; else empty
};

struct LabelledText {
  std::string label, text;
};

std::string report_title(const ReportHead& head);  // 任务 9　压减煤炭消费, 工作进展情况报告

// 存在问题, of problems; of requirements.KEY its short text.
std::string report_field_label(const std::string& field, ReportForm form, const std::vector<Requirement>& requirements);

RawReport raw_of(const ReportText& text);  // as a form shows it

// What a report says, as label and words, in the order of the form; empty fields are left out.
std::vector<LabelledText> report_texts(const RawReport& raw, ReportForm form,
                                       const std::vector<Requirement>& requirements);

// A field of what was typed, and in words: 进度滞后, 60 %, 312.4 克/千瓦时.
std::string raw_field(const RawReport& raw, const std::string& field);
void set_raw_field(RawReport& raw, const std::string& field, const std::string& typed);
std::string field_words(const RawReport& raw, const std::string& field, const std::vector<Requirement>& requirements);
// The names of a form's fields, in its order.
std::vector<std::string> report_fields(ReportForm form, const std::vector<Requirement>& requirements);

Object& add_head(Object& object, const ReportHead& head);
// What stands on paper instead of boxes: templates/_report_printed.html.
Object& add_printed(Object& object, const RawReport& raw, ReportForm form,
                    const std::vector<Requirement>& requirements);
Data return_data(const ReportReturn& sent_back);
Data file_data(const ReportFile& file);
Data labelled_data(const LabelledText& one);

ReportFile example_file();
ReportHead example_head();  // of task 9, a draft of 区发改局
ReportHead example_narrative_head();
ReportHead hostile_head();
ReportText example_text();  // a month's report on task 9
ReportText hostile_report_text();
std::vector<Requirement> example_report_requirements();

}  // namespace sjsz::view
