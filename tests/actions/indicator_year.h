// The indicators of 2020 in a small district, for tests of what happens to them on 3 September: 1 coal (by month,
// office or the unit that it is assigned to), 2 monitored, 3 qualitative (by quarter).
#pragma once
#include <string>
#include <vector>

#include "actions/indicator_dispute.h"
#include "actions/indicator_setting.h"
#include "actions/indicator_value.h"
#include "actions/light_override.h"
#include "actions/reporting_month.h"

namespace sjsz::test {

inline constexpr actions::IndicatorKey kCoal{2020, {1}}, kRail{2020, {2}}, kIndustry{2020, {3}};

inline IndicatorPeriod period(const char* text) { return read_indicator_period(text).value(); }

inline RawIndicatorValue typed(const std::string& value, const std::string& of = "2020-08",
                               const std::string& reason = "") {
  return {of, value, "区统计局月报", "final", reason};
}

class IndicatorYear {
 public:
  IndicatorYear();
  Db* operator->() { return &*db_; }

  actions::ValueOutcome record(const RawIndicatorValue& raw, int seen = 0, const std::string& as = "zhengfuban",
                               actions::Warnings warnings = actions::Warnings::ask);
  // As gongxin, with the version as it is now unless given.
  actions::ValueOutcome save(const RawIndicatorValue& raw, std::optional<int> seen = {});
  actions::ValueOutcome submit(std::optional<int> seen = {}, const std::string& as = "gongxin");
  actions::ValueOutcome withdraw();
  // As the office person of a unit.
  actions::ValueOutcome accept(const std::string& as = "zhengfuban");
  actions::ValueOutcome send_back(const std::string& comment = "请核对", const std::string& as = "zhengfuban");
  tl::expected<int, actions::ValueRefusal> set_rules(const RawIndicatorRules& raw, const std::string& from = "2020-01",
                                                     const std::string& reason = "专班会议",
                                                     actions::IndicatorKey key = kCoal);
  void assign(const std::string& unit);  // coal, from January on

  RawIndicatorRules coal_rules();
  IndicatorValue find(const char* of = "2020-08", actions::IndicatorKey key = kCoal);
  std::string counted(const char* of = "2020-08");  // what counts now; "" if nothing does
  std::vector<std::string> audit_rows();            // action, object, detail

 private:
  TestDatabase db_;
};

}  // namespace sjsz::test
