// 节假日与调休: the official calendar of a year, what is pasted to replace it, and which due dates that moves.
#pragma once
#include <string>
#include <vector>

#include "domain/calendar_rows.h"
#include "domain/due_moves.h"
#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

std::string calendar_setting_url();
std::string calendar_setting_url(int year);
std::string calendar_preview_url();

struct CalendarSettingView {  // templates/calendar_setting.html
  int year = 0;
  std::vector<Option> years;
  std::vector<CalendarDay> days;
  std::string rows, rows_fault;  // the box
  std::string notice;
};
std::vector<CalendarSettingView> calendar_setting_examples();
std::string render(const Templates& templates, const CalendarSettingView& view);

struct CalendarPreviewView {  // templates/calendar_preview.html
  int year = 0;
  std::vector<CalendarRow> rows;
  std::string text;  // as it was pasted
  std::vector<DueMove> moves;
  bool first_is_set = true;
  std::string seen;
  Field reason;
  std::string refusal;
};
std::vector<CalendarPreviewView> calendar_preview_examples();
std::string render(const Templates& templates, const CalendarPreviewView& view);

}  // namespace sjsz::view
