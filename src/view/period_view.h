// 本期设置: the office's decisions about one period, each a small form with its reason.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/period.h"
#include "view/fields.h"
#include "view/template.h"

namespace sjsz::view {

std::string period_url(const Month& period);  // /dispatch/2020-08

struct PeriodView {  // templates/period.html
  struct Exemption {
    std::string line, reason, action, word;  // 区工信局 任务 4 “四新经济”; where it is lifted
    bool may_lift = false;
  };
  struct Reopening {
    std::string unit, until, reason;
  };
  Month period;
  DueDates due;
  Phase phase = Phase::open;
  std::vector<Form> forms;
  std::vector<Exemption> exemptions;
  std::vector<Reopening> reopenings;
  std::string notice, refusal;
};
std::vector<PeriodView> period_examples();
std::string render(const Templates& templates, const PeriodView& view);

}  // namespace sjsz::view
