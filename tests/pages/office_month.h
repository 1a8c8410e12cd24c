// August 2020 of the seeded plan, with reports in the states that a test brings them to: what the office's pages are
// tried on.
#pragma once
#include <string>

#include "actions/report.h"
#include "support/portal.h"

namespace sjsz::test {

inline constexpr Month kAugust{2020, 8};

ReportKey line(int task, const std::string& unit, const Month& period = kAugust);  // task 0: the narrative

ReportText full_text(const std::string& progress = "完成2号机组通流改造设备安装。");

class OfficeMonth {
 public:
  OfficeMonth();  // the first period is January; an office account of zhengfuban exists beside that of shengtai
  Portal portal;

  // As a reporter of the unit, at this day of 2020, nine o'clock; with text enough for the line's form.
  void save(const ReportKey& key, const ReportText& text);
  void submit(const ReportKey& key, const ReportText& text = full_text(), const Date& day = {2020, 9, 2});
  void send_back(const ReportKey& key, const std::string& comment);
  Report find(const ReportKey& key);
};

}  // namespace sjsz::test
