// 回执: the number and time of one act of submitting, what it took, and what is left.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/period.h"
#include "domain/report.h"
#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct ReceiptView {  // templates/receipt.html
  struct Line {
    std::string title, url;
    int revision = 1;
    bool late = false;
  };
  struct Left {
    std::string title, url;
    ReportState state = ReportState::none;
    bool narrative = false;
  };

  std::string id;  // 2020-08-fagai-1
  std::string unit, actor;
  std::vector<std::string> to;  // who reviews it
  Month period;
  Instant at{};
  DueDates due;
  std::vector<Line> lines;
  std::vector<Left> left;  // what the unit still owes in this month
};
std::vector<ReceiptView> receipt_examples();
std::string render(const Templates& templates, const ReceiptView& view);

}  // namespace sjsz::view
