// Receipts (回执): one act of submitting, for one unit and month, with the lines that it took.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/report.h"
#include "storage/db.h"
#include "storage/stamp.h"

namespace sjsz {

struct Receipt {
  std::string id;  // 2020-08-fagai-1
  Month month;
  UnitCode unit;
  int number = 0;  // counted for each month and unit
  Instant at{};
  std::string actor;
};

struct ReceiptLine {
  ReportKey key;
  int revision = 0;
  bool late = false;
};

std::optional<Receipt> find_receipt(Reader& db, const std::string& id);
std::vector<Receipt> list_receipts(Reader& db, const Month& month, const UnitCode& unit);
std::vector<ReceiptLine> list_receipt_lines(Reader& db, const std::string& id);  // by task, the narrative first
Receipt insert_receipt(Writer& db, const Month& month, const UnitCode& unit, const Stamp& stamp);

}  // namespace sjsz
