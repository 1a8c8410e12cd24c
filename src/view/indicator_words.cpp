#include "view/indicator_words.h"

namespace sjsz::view {
namespace {

std::string year(int number) { return std::to_string(number) + "年"; }

// The target within a sentence: a space stands between 57 % and the word after it, none after 万吨.
std::string limit(const IndicatorView& indicator) {
  const auto text = indicator.target ? amount(*indicator.target, indicator.unit) : "目标值";
  const bool ends_in_ascii = static_cast<unsigned char>(text.back()) < 0x80;
  return text + (ends_in_ascii ? " " : "");
}

std::string share_sentence(const IndicatorView& indicator, const std::string& bound) {
  if (indicator.seasonal) {
    return "数值随季节变化，年内按参考曲线确定序时" + bound + "；没有设置参考曲线的，待全年数值出来后判定。";
  }
  return "年内按“目标 × 月数 ÷ 12”确定序时" + bound + "；设置了参考曲线的，以参考曲线为准。";
}

}  // namespace

std::string amount(const Decimal& value, const std::string& unit) {
  return value.to_string() + (unit.empty() ? "" : " " + unit);
}

std::string met_sentence(const IndicatorView& indicator) {
  switch (indicator.kind) {
    case IndicatorKind::at_least:
      return "全年实际值不低于 " + limit(indicator) + "为达标。";
    case IndicatorKind::reduction:
      return year(indicator.year) + "比" + year(indicator.base_year) + "降低 " + limit(indicator) + "及以上为达标。";
    case IndicatorKind::at_most_level:
      return "全年平均值不超过 " + limit(indicator) + "为达标。";
    case IndicatorKind::at_most_total:
      return "全年累计不超过 " + limit(indicator) + "为达标。";
    case IndicatorKind::at_least_total:
      return "全年累计不低于 " + limit(indicator) + "为达标。";
    case IndicatorKind::qualitative:
      return "方案没有规定数值，由工作专班办公室对照“" + indicator.target_text + "”作出判定，并写明理由。";
    case IndicatorKind::monitored:
      return "方案没有规定目标值，只监测、不考核，不计入达标比例。";
  }
  return {};
}

std::string pace_sentence(const IndicatorView& indicator) {
  switch (indicator.kind) {
    case IndicatorKind::at_least:
      return "年内以当期实际值对照目标；设置了月度节点的，对照节点。";
    case IndicatorKind::reduction:
      return "年内对照从" + year(indicator.base_year) + "底到" + year(indicator.year) +
             "底逐月均匀推进的进度；设置了月度节点的，对照节点。";
    case IndicatorKind::at_most_level:
      return "年内对照参考曲线或月度节点；两者都没有设置的，待全年数值出来后判定。";
    case IndicatorKind::at_most_total:
      return share_sentence(indicator, "上限");
    case IndicatorKind::at_least_total:
      return share_sentence(indicator, "下限");
    case IndicatorKind::qualitative:
      return "年内判定为正常、滞后或严重滞后，年终判定为达标或未达标。";
    case IndicatorKind::monitored:
      return "有数值时如实登记，不作进度判定。";
  }
  return {};
}

std::string threshold_sentence(const IndicatorView& indicator) {
  if (indicator.kind == IndicatorKind::qualitative || indicator.kind == IndicatorKind::monitored) return {};
  const auto threshold = std::to_string(indicator.second_threshold);
  return "完成率达到 100 % 为正常；不足 100 %、达到 " + threshold + " % 为滞后；不足 " + threshold + " % 为严重滞后。";
}

}  // namespace sjsz::view
