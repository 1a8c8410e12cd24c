// Values of indicators: the present state of each, with all revisions and second values; judgements of those without a
// number. Lists take three statements, however many rows.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/indicator_value.h"
#include "storage/db.h"
#include "storage/stamp.h"

namespace sjsz {

// By number, then period.
std::vector<IndicatorValue> list_indicator_values(Reader& db, int year);
std::vector<IndicatorValue> list_indicator_values(Reader& db, int year, IndicatorSeq seq);
std::optional<IndicatorValue> find_indicator_value(Reader& db, int year, IndicatorSeq seq,
                                                   const IndicatorPeriod& period);

// The present state, written anew: id 0 becomes a row. Returns it with its id and a version that is one higher.
IndicatorValue set_indicator_value(Writer& db, int year, IndicatorValue value, const Stamp& stamp);
void insert_value_revision(Writer& db, std::int64_t value, const ValueRevision& revision);
void decide_value_revision(Writer& db, std::int64_t value, const ValueRevision& revision);
void insert_dispute(Writer& db, std::int64_t value, const Dispute& dispute);
void decide_dispute(Writer& db, std::int64_t value, const Dispute& dispute);

std::vector<Judgement> list_judgements(Reader& db, int year);  // by number, period, then oldest first
void insert_judgement(Writer& db, int year, const Judgement& judgement);

}  // namespace sjsz
