#include "domain/report.h"

#include <algorithm>

#include "base/text.h"
#include "domain/codes.h"
#include "domain/input.h"

namespace sjsz {
namespace {

// Collects values and faults field by field.
class Reading {
 public:
  std::string text(const char* field, const std::string& typed, std::size_t most) {
    const std::string text(trim(typed));
    if (!is_clean_utf8(text)) faults_.push_back({field, "文字里有不能识别的字符，请重新输入。"});
    const auto count = count_characters(text);
    if (count > most) {
      faults_.push_back({field, "最多 " + std::to_string(most) + " 个字，现在有 " + std::to_string(count) + " 个字。"});
    }
    return text;
  }

  template <class Value>
  std::optional<Value> value(const std::string& field, const std::string& typed, std::optional<Value> read,
                             const char* reason) {
    if (trim(typed).empty()) return std::nullopt;
    if (!read) faults_.push_back({field, reason});
    return read;
  }

  void fault(std::string field, std::string reason) { faults_.push_back({std::move(field), std::move(reason)}); }
  std::vector<FieldFault>& faults() { return faults_; }

 private:
  std::vector<FieldFault> faults_;
};

std::optional<WorkState> read_self_state(const std::string& typed) {
  const auto state = from_code<WorkState>(trim(typed));
  return state == WorkState::off ? std::nullopt : state;
}

void read_requirement(Reading& reading, const Requirement& requirement, const RawReport& raw, ReportText& text) {
  const auto typed = raw.requirements.find(requirement.key);
  if (typed == raw.requirements.end() || trim(typed->second).empty()) return;
  const std::string field = "requirements." + requirement.key;
  if (requirement.type == ValueType::yes_no) {
    const auto answer = trim(typed->second);
    if (answer == "yes" || answer == "no") {
      text.requirements[requirement.key] = answer;
    } else {
      reading.fault(field, "请选择“已达到”或“未达到”。");
    }
    return;
  }
  const auto number = read_number(typed->second);
  if (!number) return reading.fault(field, "请填数字，例如 312.5。");
  if (number->to_string().starts_with('-')) return reading.fault(field, "不能小于 0。");
  text.requirements[requirement.key] = number->to_string();
}

void need(std::vector<FieldFault>& faults, bool there, const char* field, const char* reason) {
  if (!there) faults.push_back({field, reason});
}

void list_missing_progress(const ReportText& text, std::vector<FieldFault>& faults) {
  if (text.no_progress) {
    need(faults, !text.no_progress->empty(), "no_progress_reason", "请填写本月无新进展的原因。");
  } else if (text.progress.empty()) {
    faults.push_back({"progress", "请填写本月进展；没有新进展的，请勾选“本月无新进展”并写明原因。"});
  } else {
    need(faults, count_characters(text.progress) >= kLeastProgressCharacters, "progress", "本月进展至少写 10 个字。");
  }
}

const std::string* value_of(const ReportText* text, const std::string& key) {
  if (!text) return nullptr;
  const auto found = text->requirements.find(key);
  return found == text->requirements.end() ? nullptr : &found->second;
}

bool jumps(const Decimal& now, const Decimal& before, int percent) {
  return Decimal::compare_products(now, 100, before, 100 + percent) > 0 ||
         Decimal::compare_products(now, 100, before, 100 - percent) < 0;
}

void warn_of_number(const Requirement& requirement, const std::string& now_text, const std::string& before_text,
                    int jump_percent, std::vector<FieldFault>& warnings) {
  const auto now = Decimal::parse(now_text), before = Decimal::parse(before_text);
  if (!now || !before) return;
  const std::string field = "requirements." + requirement.key;
  const std::string both = "（上期 " + before_text + "，本期 " + now_text + "）";
  if (requirement.kind == RequirementKind::cumulative && *now < *before) {
    warnings.push_back({field, "累计数比上期小" + both + "。"});
  } else if (jumps(*now, *before, jump_percent)) {
    warnings.push_back({field, "与上期相差超过 " + std::to_string(jump_percent) + " %" + both + "。"});
  }
}

}  // namespace

ReportForm form_of(const ReportKey& key, Role role) {
  if (!key.task) return ReportForm::narrative;
  return role == Role::support ? ReportForm::supporting : ReportForm::full;
}

tl::expected<ReportText, std::vector<FieldFault>> check_report(const RawReport& raw, ReportForm form,
                                                               const std::vector<Requirement>& requirements,
                                                               const Month& period) {
  Reading reading;
  ReportText text;
  text.progress = reading.text("progress", raw.progress,
                               form == ReportForm::narrative ? kMostNarrativeCharacters : kMostReportCharacters);
  if (form != ReportForm::narrative) {
    text.problems = reading.text("problems", raw.problems, kMostReportCharacters);
    if (raw.no_progress) {
      text.no_progress = reading.text("no_progress_reason", raw.no_progress_reason, kMostReportCharacters);
    }
  }
  if (form == ReportForm::full) {
    text.self_state =
        reading.value("self_state", raw.self_state, read_self_state(raw.self_state), "请选择一个自评状态。");
    text.completion = reading.value("completion", raw.completion, read_percent(raw.completion),
                                    "完成比例请填 0 到 100 的整数，例如 65。");
    text.measures = reading.text("measures", raw.measures, kMostReportCharacters);
    text.next_steps = reading.text("next_steps", raw.next_steps, kMostReportCharacters);
    text.coordination = reading.text("coordination", raw.coordination, kMostReportCharacters);
    text.expected_date = reading.value("expected_date", raw.expected_date, read_date(raw.expected_date, period.year),
                                       "日期请写成 2020-09-30 或 2020年9月30日。");
    for (const auto& requirement : requirements) read_requirement(reading, requirement, raw, text);
  }
  if (!reading.faults().empty()) return tl::unexpected(reading.faults());
  return text;
}

std::vector<FieldFault> list_missing(const ReportText& text, ReportForm form,
                                     const std::vector<Requirement>& requirements) {
  std::vector<FieldFault> faults;
  if (form == ReportForm::full && !text.no_progress) {
    need(faults, text.self_state.has_value(), "self_state", "请选择自评状态。");
    need(faults, text.completion.has_value(), "completion", "请填写完成比例。");
  }
  list_missing_progress(text, faults);
  if (form != ReportForm::full) return faults;
  const bool lagging = text.self_state == WorkState::behind;
  need(faults, !lagging || !text.problems.empty(), "problems", "进度滞后的，请写明存在问题。");
  const bool finished = text.self_state == WorkState::done || text.no_progress;
  need(faults, finished || !text.next_steps.empty(), "next_steps", "请填写下步打算；任务已完成的可以不填。");
  for (const auto& requirement : requirements) {
    if (value_of(&text, requirement.key)) continue;
    faults.push_back({"requirements." + requirement.key, "请填写“" + requirement.text + "”的情况。"});
  }
  return faults;
}

std::vector<FieldFault> list_warnings(const ReportText& text, const ReportText* previous,
                                      const std::vector<Requirement>& requirements, int jump_percent) {
  std::vector<FieldFault> warnings;
  if (text.self_state == WorkState::behind && !text.expected_date) {
    warnings.push_back({"expected_date", "自评滞后，没有填预计达标日期。"});
  }
  if (!previous) return warnings;
  if (!text.progress.empty() && text.progress == previous->progress) {
    warnings.push_back({"progress", "本月进展与上期文字完全相同。"});
  }
  if (text.completion && previous->completion && *text.completion < *previous->completion) {
    warnings.push_back({"completion", "完成比例比上期低（上期 " + std::to_string(*previous->completion) + " %，本期 " +
                                          std::to_string(*text.completion) + " %）。"});
  }
  for (const auto& requirement : requirements) {
    const auto* now = value_of(&text, requirement.key);
    const auto* before = value_of(previous, requirement.key);
    if (now && before && requirement.type == ValueType::number) {
      warn_of_number(requirement, *now, *before, jump_percent, warnings);
    }
  }
  return warnings;
}

std::optional<ReportState> next_state(ReportState state, ReportVerb verb) {
  using S = ReportState;
  using V = ReportVerb;
  static constexpr struct {
    S from;
    V verb;
    S to;
  } table[] = {
      {S::none, V::save, S::draft},
      {S::draft, V::save, S::draft},
      {S::returned, V::save, S::returned},
      {S::none, V::submit, S::submitted},
      {S::draft, V::submit, S::submitted},
      {S::returned, V::submit, S::submitted},
      {S::submitted, V::withdraw, S::draft},
      {S::submitted, V::send_back, S::returned},
      {S::accepted, V::send_back, S::returned},
      {S::submitted, V::accept, S::accepted},
  };
  for (const auto& row : table) {
    if (row.from == state && row.verb == verb) return row.to;
  }
  return std::nullopt;
}

bool is_outstanding(ReportState state) {
  return state == ReportState::none || state == ReportState::draft || state == ReportState::returned;
}

bool counts_as_submitted(ReportState state) {
  return state == ReportState::submitted || state == ReportState::returned || state == ReportState::accepted;
}

std::string_view work_state_word(WorkState state) {
  switch (state) {
    case WorkState::not_started:
      return "未启动";
    case WorkState::on_pace:
      return "正常推进";
    case WorkState::behind:
      return "进度滞后";
    case WorkState::done:
      return "已完成";
    case WorkState::off:
      return "严重滞后";
  }
  return {};
}

}  // namespace sjsz
