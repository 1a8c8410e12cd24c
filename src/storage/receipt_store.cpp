#include "storage/receipt_store.h"

#include "storage/columns.h"

namespace sjsz {
namespace {

Receipt receipt_at(const Query& row) {
  return {row.text(0),   parse_month(row.text(1)).value(), {row.text(2)},
          row.number(3), instant_at(row, 4).value(),       row.text(5)};
}

}  // namespace

std::optional<Receipt> find_receipt(Reader& db, const std::string& id) {
  auto row = db.query("SELECT id, month, unit, number, at, actor FROM receipt WHERE id = :id");
  row.bind(":id", id);
  if (!row.next()) return std::nullopt;
  return receipt_at(row);
}

std::vector<Receipt> list_receipts(Reader& db, const Month& month, const UnitCode& unit) {
  std::vector<Receipt> receipts;
  auto row = db.query(R"(
    SELECT id, month, unit, number, at, actor FROM receipt WHERE month = :month AND unit = :unit ORDER BY number)");
  row.bind(":month", to_string(month)).bind(":unit", unit.value);
  while (row.next()) receipts.push_back(receipt_at(row));
  return receipts;
}

std::vector<ReceiptLine> list_receipt_lines(Reader& db, const std::string& id) {
  std::vector<ReceiptLine> lines;
  auto row = db.query(R"(
    SELECT r.month, r.task, r.unit, v.number, v.late
    FROM receipt AS c JOIN report AS r ON r.month = c.month AND r.unit = c.unit
    JOIN revision AS v ON v.report = r.id AND v.receipt = c.id
    WHERE c.id = :id ORDER BY r.task)");
  row.bind(":id", id);
  while (row.next()) {
    lines.push_back({{parse_month(row.text(0)).value(), task_at(row, 1), {row.text(2)}}, row.number(3), row.flag(4)});
  }
  return lines;
}

Receipt insert_receipt(Writer& db, const Month& month, const UnitCode& unit, const Stamp& stamp) {
  Receipt receipt{{}, month, unit, 1, stamp.at, stamp.by};
  {
    auto last = db.query("SELECT max(number) FROM receipt WHERE month = :month AND unit = :unit");
    last.bind(":month", to_string(month)).bind(":unit", unit.value);
    if (last.next()) receipt.number = last.number(0) + 1;
  }
  receipt.id = to_string(month) + "-" + unit.value + "-" + std::to_string(receipt.number);
  db.query("INSERT INTO receipt (id, month, unit, number, at, actor) VALUES (:id, :month, :unit, :number, :at, :actor)")
      .bind(":id", receipt.id)
      .bind(":month", to_string(month))
      .bind(":unit", unit.value)
      .bind(":number", receipt.number)
      .bind(":at", to_rfc3339(stamp.at))
      .bind(":actor", stamp.by)
      .run();
  return receipt;
}

}  // namespace sjsz
