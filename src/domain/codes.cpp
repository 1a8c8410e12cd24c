#include "domain/codes.h"

namespace sjsz {

template <class Enum>
using Row = std::pair<Enum, std::string_view>;

template <>
std::span<const Row<Role>> code_table<Role>() {
  static constexpr Row<Role> table[] = {
      {Role::lead, "lead"}, {Role::support, "support"}, {Role::joint, "joint"}, {Role::sole, "sole"}};
  return table;
}

template <>
std::span<const Row<IndicatorKind>> code_table<IndicatorKind>() {
  static constexpr Row<IndicatorKind> table[] = {{IndicatorKind::at_least, "at_least"},
                                                 {IndicatorKind::reduction, "reduction"},
                                                 {IndicatorKind::at_most_level, "at_most_level"},
                                                 {IndicatorKind::at_most_total, "at_most_total"},
                                                 {IndicatorKind::at_least_total, "at_least_total"},
                                                 {IndicatorKind::qualitative, "qualitative"},
                                                 {IndicatorKind::monitored, "monitored"}};
  return table;
}

template <>
std::span<const Row<Rhythm>> code_table<Rhythm>() {
  static constexpr Row<Rhythm> table[] = {
      {Rhythm::month, "month"}, {Rhythm::quarter, "quarter"}, {Rhythm::year, "year"}};
  return table;
}

template <>
std::span<const Row<RequirementKind>> code_table<RequirementKind>() {
  static constexpr Row<RequirementKind> table[] = {{RequirementKind::level, "level"},
                                                   {RequirementKind::by_date, "by_date"},
                                                   {RequirementKind::from_date, "from_date"},
                                                   {RequirementKind::each_month, "each_month"},
                                                   {RequirementKind::cumulative, "cumulative"}};
  return table;
}

template <>
std::span<const Row<Comparison>> code_table<Comparison>() {
  static constexpr Row<Comparison> table[] = {{Comparison::below, "below"},
                                              {Comparison::at_least, "at_least"},
                                              {Comparison::at_most, "at_most"},
                                              {Comparison::equal, "equal"},
                                              {Comparison::yes, "yes"}};
  return table;
}

template <>
std::span<const Row<ValueType>> code_table<ValueType>() {
  static constexpr Row<ValueType> table[] = {{ValueType::number, "number"}, {ValueType::yes_no, "yes_no"}};
  return table;
}

template <>
std::span<const Row<ReportState>> code_table<ReportState>() {
  static constexpr Row<ReportState> table[] = {
      {ReportState::none, "none"},         {ReportState::draft, "draft"},       {ReportState::submitted, "submitted"},
      {ReportState::returned, "returned"}, {ReportState::accepted, "accepted"}, {ReportState::exempt, "exempt"}};
  return table;
}

template <>
std::span<const Row<WorkState>> code_table<WorkState>() {
  static constexpr Row<WorkState> table[] = {{WorkState::not_started, "not_started"},
                                             {WorkState::on_pace, "on_pace"},
                                             {WorkState::behind, "behind"},
                                             {WorkState::done, "done"},
                                             {WorkState::off, "off"}};
  return table;
}

template <>
std::span<const Row<AccountRole>> code_table<AccountRole>() {
  static constexpr Row<AccountRole> table[] = {{AccountRole::admin, "admin"},
                                               {AccountRole::office, "office"},
                                               {AccountRole::leader, "leader"},
                                               {AccountRole::reporter, "reporter"},
                                               {AccountRole::auditor, "auditor"}};
  return table;
}

template <>
std::span<const Row<TokenScope>> code_table<TokenScope>() {
  static constexpr Row<TokenScope> table[] = {
      {TokenScope::read, "read"}, {TokenScope::write, "write"}, {TokenScope::metrics, "metrics"}};
  return table;
}

template <>
std::span<const Row<ValueNature>> code_table<ValueNature>() {
  static constexpr Row<ValueNature> table[] = {{ValueNature::provisional, "provisional"},
                                               {ValueNature::final, "final"}};
  return table;
}

template <>
std::span<const Row<RevisionOutcome>> code_table<RevisionOutcome>() {
  static constexpr Row<RevisionOutcome> table[] = {{RevisionOutcome::waiting, "waiting"},
                                                   {RevisionOutcome::accepted, "accepted"},
                                                   {RevisionOutcome::returned, "returned"},
                                                   {RevisionOutcome::withdrawn, "withdrawn"}};
  return table;
}

template <>
std::span<const Row<DisputeOutcome>> code_table<DisputeOutcome>() {
  static constexpr Row<DisputeOutcome> table[] = {
      {DisputeOutcome::open, "open"}, {DisputeOutcome::kept, "kept"}, {DisputeOutcome::replaced, "replaced"}};
  return table;
}

template <>
std::span<const Row<IndicatorStatus>> code_table<IndicatorStatus>() {
  static constexpr Row<IndicatorStatus> table[] = {{IndicatorStatus::met, "met"},
                                                   {IndicatorStatus::on_pace, "on_pace"},
                                                   {IndicatorStatus::behind, "behind"},
                                                   {IndicatorStatus::off, "off"},
                                                   {IndicatorStatus::no_data, "no_data"},
                                                   {IndicatorStatus::not_due, "not_due"},
                                                   {IndicatorStatus::monitored, "monitored"}};
  return table;
}

template <>
std::span<const Row<IndicatorSetting>> code_table<IndicatorSetting>() {
  static constexpr Row<IndicatorSetting> table[] = {
      {IndicatorSetting::kind, "kind"},         {IndicatorSetting::rhythm, "rhythm"},
      {IndicatorSetting::seasonal, "seasonal"}, {IndicatorSetting::second_threshold, "second_threshold"},
      {IndicatorSetting::lag, "lag"},           {IndicatorSetting::base_value, "base_value"},
      {IndicatorSetting::unit, "unit"},         {IndicatorSetting::milestones, "milestones"},
      {IndicatorSetting::curve, "curve"}};
  return table;
}

template <>
std::span<const Row<TaskLight>> code_table<TaskLight>() {
  static constexpr Row<TaskLight> table[] = {{TaskLight::done, "done"},     {TaskLight::on_pace, "on_pace"},
                                             {TaskLight::behind, "behind"}, {TaskLight::missing, "missing"},
                                             {TaskLight::off, "off"},       {TaskLight::not_due, "not_due"}};
  return table;
}

}  // namespace sjsz
