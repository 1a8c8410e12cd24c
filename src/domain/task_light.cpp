#include "domain/task_light.h"

#include <algorithm>
#include <map>

namespace sjsz {
namespace {

using Light = TaskLight;

// Reports of one lead that count, by month.
using Submitted = std::map<Month, const Report*>;

struct UnitLight {
  Light light = Light::not_due;
  std::string reason;
  bool provisional = false;
};

std::string month_word(const Month& month) { return std::to_string(month.month) + "月"; }

Submitted submitted_by(const TaskFacts& facts, const LeadUnit& lead) {
  Submitted submitted;
  for (const auto& report : facts.reports) {
    if (report.key.unit != lead.unit || report.key.period > facts.month) continue;
    if (counts_as_submitted(report.state)) submitted[report.key.period] = &report;
  }
  return submitted;
}

std::vector<Month> owed_months(const TaskFacts& facts, const LeadUnit& lead) {
  std::vector<Month> months;
  for (const auto& month : facts.due) {
    if (!lead.exempt.contains(month)) months.push_back(month);
  }
  return months;
}

std::optional<WorkState> work_state(const Report& report) {
  if (report.state == ReportState::accepted && report.judged_state) return report.judged_state;
  return report.text.self_state;
}

const OpenOrder* find_overdue(const TaskFacts& facts) {
  const auto overdue = std::ranges::find_if(
      facts.orders, [&](const OpenOrder& order) { return !order.answered && order.deadline < facts.day; });
  return overdue == facts.orders.end() ? nullptr : &*overdue;
}

std::string overdue_reason(const OpenOrder& order, const Date& day) {
  int days = 0;
  while (plus_days(order.deadline, days) < day) ++days;
  return "督办单 " + order.number + " 逾期 " + std::to_string(days) + " 天。";
}

// Judges one lead by the first rule that applies.
class UnitJudge {
 public:
  UnitJudge(const TaskFacts& facts, const LeadUnit& lead, std::vector<RequirementResult>& requirements)
      : facts_(facts), lead_(lead), submitted_(submitted_by(facts, lead)), owed_(owed_months(facts, lead)) {
    if (!submitted_.empty()) newest_ = submitted_.rbegin()->second;
    if (newest_) results_ = judge_requirements(facts.task.requirements, *newest_, facts.listed_months);
    requirements.insert(requirements.end(), results_.begin(), results_.end());
  }

  UnitLight judge() const {
    if (owed_.empty() && !newest_) return {Light::not_due, "还没有到报送时间。", false};
    UnitLight result = first_rule();
    result.provisional = newest_ && newest_->state != ReportState::accepted;
    return result;
  }

 private:
  UnitLight first_rule() const {
    if (const auto off = why_off()) return {Light::off, *off};
    if (is_missing(0)) return {Light::missing, lead_.name + month_word(nth_owed(0)) + "未报。"};
    if (newest_->state == ReportState::accepted && work_state(*newest_) == WorkState::done) {
      return {Light::done, lead_.name + state_words()};
    }
    if (const auto behind = why_behind()) return {Light::behind, *behind};
    return {Light::on_pace, lead_.name + state_words()};
  }

  std::optional<std::string> why_off() const {
    if (newest_ && newest_->state == ReportState::accepted && newest_->judged_state == WorkState::off) {
      return lead_.name + state_words();
    }
    if (const auto* order = find_overdue(facts_)) return overdue_reason(*order, facts_.day);
    if (const auto* failed = find_requirement(RequirementState::failed)) return requirement_reason(*failed);
    if (is_missing(0) && is_missing(1)) {
      return lead_.name + month_word(nth_owed(1)) + "、" + month_word(nth_owed(0)) + "连续两期未报。";
    }
    return std::nullopt;
  }

  std::optional<std::string> why_behind() const {
    const auto state = work_state(*newest_);
    if (state == WorkState::behind || state == WorkState::not_started) return lead_.name + state_words();
    if (!facts_.orders.empty()) return "督办单 " + facts_.orders.front().number + " 未销号。";
    if (const auto* behind = find_requirement(RequirementState::behind)) return requirement_reason(*behind);
    if (const auto* before = find_no_progress_before()) {
      return lead_.name + month_word(before->key.period) + "、" + month_word(newest_->key.period) +
             "连续两期无新进展。";
    }
    return std::nullopt;
  }

  // The report before the newest one where both say 本月无新进展 and no month that was owed lies between them.
  const Report* find_no_progress_before() const {
    if (submitted_.size() < 2) return nullptr;
    const auto* before = std::next(submitted_.rbegin())->second;
    if (!newest_->text.no_progress || !before->text.no_progress) return nullptr;
    const bool gap = std::ranges::any_of(
        owed_, [&](const Month& month) { return before->key.period < month && month < newest_->key.period; });
    return gap ? nullptr : before;
  }

  const RequirementResult* find_requirement(RequirementState state) const {
    const auto found = std::ranges::find_if(results_, [&](const RequirementResult& one) { return one.state == state; });
    return found == results_.end() ? nullptr : &*found;
  }

  // Of the due months, the newest (0) or the one before it (1).
  const Month& nth_owed(std::size_t back) const { return owed_.at(owed_.size() - 1 - back); }
  bool is_missing(std::size_t back) const { return owed_.size() > back && !submitted_.contains(nth_owed(back)); }

  // 8月自评正常推进，待审核。 7月核定为已完成，8月免报。
  std::string state_words() const {
    const bool accepted = newest_->state == ReportState::accepted;
    const auto state = work_state(*newest_);
    std::string words = month_word(newest_->key.period) + (accepted ? "核定为" : "自评");
    words += state ? work_state_word(*state) : "未注明状态";
    if (newest_->state == ReportState::submitted) words += "，待审核";
    if (newest_->state == ReportState::returned) words += "，已退回修改";
    if (newest_->key.period < facts_.month) {
      words += "，" + month_word(facts_.month) + (lead_.exempt.contains(facts_.month) ? "免报" : "尚未报送");
    }
    return words + "。";
  }

  const TaskFacts& facts_;
  const LeadUnit& lead_;
  Submitted submitted_;
  std::vector<Month> owed_;
  const Report* newest_ = nullptr;
  std::vector<RequirementResult> results_;
};

// Worst first; not_due stands in no comparison.
int rank(Light light) {
  static constexpr Light worst_first[] = {Light::off, Light::missing, Light::behind, Light::on_pace, Light::done};
  return static_cast<int>(std::ranges::find(worst_first, light) - std::begin(worst_first));
}

// Those that are not exempt in the month that is looked at; if all are, all of them by what they reported before.
std::vector<const LeadUnit*> counted_leads(const TaskFacts& facts) {
  std::vector<const LeadUnit*> counted, all;
  for (const auto& lead : facts.leads) {
    all.push_back(&lead);
    if (!lead.exempt.contains(facts.month)) counted.push_back(&lead);
  }
  return counted.empty() ? all : counted;
}

std::string joint_reason(const std::vector<UnitLight>& lights, Light worst) {
  const auto same = std::ranges::count(lights, worst, &UnitLight::light);
  const bool good = worst == Light::on_pace || worst == Light::done;
  if (good && lights.size() > 1 && same == static_cast<std::ptrdiff_t>(lights.size())) {
    return std::to_string(lights.size()) + " 个单位均为" + std::string(light_word(worst)) + "。";
  }
  std::string words;
  for (const auto& one : lights) {
    if (one.light == worst && words.find(one.reason) == words.npos) words += one.reason;
  }
  return words;
}

}  // namespace

TaskStanding judge_task(const TaskFacts& facts) {
  TaskStanding standing;
  std::vector<UnitLight> lights;
  for (const auto* lead : counted_leads(facts)) {
    const auto light = UnitJudge(facts, *lead, standing.requirements).judge();
    standing.provisional |= light.provisional;
    if (light.light != Light::not_due) lights.push_back(light);
  }
  standing.reason = "还没有到报送时间。";
  if (!lights.empty()) {
    standing.light = std::ranges::min(lights, {}, [](const UnitLight& one) { return rank(one.light); }).light;
    standing.reason = joint_reason(lights, standing.light);
  }
  standing.by_rule = standing.light;
  if (facts.set_by_office) {
    standing.light = facts.set_by_office->light;
    standing.reason = "专班办公室改定为" + std::string(light_word(standing.light)) + "：" +
                      facts.set_by_office->reason + "（按规则为" + std::string(light_word(standing.by_rule)) + "：" +
                      standing.reason + "）";
  }
  return standing;
}

bool is_recovered(TaskLight kept, TaskLight now) {
  const bool was_red = kept == Light::off || kept == Light::missing;
  return was_red && (now == Light::behind || now == Light::on_pace || now == Light::done);
}

std::string_view light_word(TaskLight light) {
  switch (light) {
    case Light::done:
      return "已完成";
    case Light::on_pace:
      return "正常";
    case Light::behind:
      return "滞后";
    case Light::missing:
      return "未报";
    case Light::off:
      return "严重滞后";
    case Light::not_due:
      return "未到期";
  }
  return {};
}

}  // namespace sjsz
