// How an indicator is judged, in sentences (product rules by kind). What the plan does not state is said to be a
// setting by the page.
#pragma once
#include <string>

#include "view/indicator_view.h"

namespace sjsz::view {

std::string amount(const Decimal& value, const std::string& unit);  // 57 %, 20.2382 万吨, 3
std::string met_sentence(const IndicatorView& indicator);           // when the year's target is met
std::string pace_sentence(const IndicatorView& indicator);          // what counts within the year
std::string threshold_sentence(const IndicatorView& indicator);     // behind or off; empty where no number is judged

}  // namespace sjsz::view
