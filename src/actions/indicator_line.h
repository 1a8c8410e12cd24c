// What the changes of indicator values share: the indicator with the rules of its period, the value as it is, who may,
// which version was seen; the audit row.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "actions/actor.h"
#include "domain/indicator_value.h"
#include "domain/visitor.h"
#include "storage/db.h"

namespace sjsz::actions {

struct ValueRefusal {
  // invalid: the faults are of fields; warned: so are they, and a reason or Warnings::pass lets it through.
  enum Why { stale, wrong_state, not_allowed, invalid, warned } why = invalid;
  std::string reason;  // Chinese
  std::vector<FieldFault> faults;
};

struct IndicatorKey {
  int year = 0;  // of the plan
  IndicatorSeq seq;
};

// The indicator with what was entered for one of its periods.
struct IndicatorLine {
  IndicatorKey key;
  Indicator indicator;
  IndicatorRules rules;  // in force in the period's last month
  IndicatorValue value;  // version 0: nothing was entered yet
  Instant at{};
};

tl::unexpected<ValueRefusal> refuse_value(ValueRefusal::Why why, std::string reason);
tl::unexpected<ValueRefusal> refuse_value_field(const char* field, std::string reason);

// Refused: the plan of the year has no such indicator.
tl::expected<IndicatorLine, ValueRefusal> find_indicator_line(Reader& db, const IndicatorKey& key,
                                                              const IndicatorPeriod& period, Instant at);

// Refused to whoever is not of the office, and to those of the unit that the indicator is assigned to.
tl::expected<void, ValueRefusal> check_office(const IndicatorLine& line, const Visitor& visitor);

// Stale: another version was seen. A period that is entered for the first time by two is a fault of the period.
tl::expected<void, ValueRefusal> check_seen(const IndicatorLine& line, int seen);

// Trimmed; refused if it is empty though it is needed, or too long.
tl::expected<std::string, ValueRefusal> check_value_words(const char* field, std::string_view typed, bool needed,
                                                          const char* wanted);

// Of the periods before this one in its year, the newest value that counts.
std::optional<CountedValue> find_previous_value(Reader& db, const IndicatorLine& line);

// indicators/6/2020-08; `detail`: JSON members that begin with a comma, or nothing.
std::string indicator_object(IndicatorSeq seq, const IndicatorPeriod& period);
void audit_value(Writer& db, const Actor& actor, const char* action, const IndicatorValue& value,
                 const std::string& detail = "");
std::string json_member(const char* name, std::string_view value);  // ,"name":"value"

}  // namespace sjsz::actions
