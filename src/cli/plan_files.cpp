#include <fstream>
#include <sstream>

#include "actions/import_plan.h"
#include "actions/plan_changes.h"
#include "cli/command_actor.h"
#include "cli/commands.h"
#include "cli/new_file.h"
#include "seed/plan_json.h"
#include "storage/folder.h"
#include "storage/plan_book_query.h"

namespace sjsz::cli {
namespace {

namespace fs = std::filesystem;
using Faults = std::vector<Fault>;

std::string read_bytes(const fs::path& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) throw StorageError(file.string() + " 是文件夹：请给出文件名");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(kMostPlanBytes + 1, '\0');  // one more than may be: the reader of plans says that it is too large
  if (!stream || !(stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) || stream.eof())) {
    throw file_fault("无法读取", file, errno);
  }
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

std::string to_line(const Fault& fault) { return (fault.place.empty() ? "" : fault.place + "：") + fault.reason; }

// The first fault is in the line that says that nothing was done; several stand on the output.
void refuse(const fs::path& file, const Faults& faults, std::ostream& out) {
  if (faults.empty()) return;
  const auto first = "方案文件 " + file.string() + " 没有导入：" + to_line(faults.front());
  if (faults.size() == 1) throw StorageError(first);
  for (const auto& fault : faults) out << to_line(fault) << "\n";
  throw StorageError(first + "（共 " + std::to_string(faults.size()) + " 处错误）");
}

PlanBook read_book(const fs::path& file, std::ostream& out) {
  auto book = read_plan_book(read_bytes(file));
  if (!book) refuse(file, book.error(), out);
  return std::move(*book);
}

Faults check_against(const PlanBook& book, const PlanBook& stored) {
  std::vector<int> years;
  for (const auto& year : stored.years) years.push_back(year.plan.year);
  return check_plan_book(book, stored.units, years);
}

struct Outcome {
  Faults faults;
  std::vector<std::string> lines;
};

Outcome import_into(Db& db, const PlanBook& book, bool dry_run) {
  Outcome outcome;
  db.write([&](Writer& writer) {
    outcome.faults = check_against(book, find_plan_book(writer));
    if (outcome.faults.empty()) outcome.lines = actions::import_plan(writer, command_actor(), book);
    return outcome.faults.empty() && !dry_run;
  });
  return outcome;
}

Outcome import_anywhere(const Place& place, const PlanBook& book, bool dry_run) {
  if (!has_database(place.data)) {
    const PlanBook nothing;
    Outcome outcome{check_against(book, nothing), actions::compare_plan_books(nothing, book).lines};
    if (dry_run || !outcome.faults.empty()) return outcome;
  }
  Db db(place.data, dry_run ? Db::Lock::beside : Db::Lock::server, place.migrations);
  return import_into(db, book, dry_run);
}

}  // namespace

int import_plan_file(const Place& place, const fs::path& file, bool dry_run, std::ostream& out) {
  const auto book = read_book(file, out);
  const auto outcome = import_anywhere(place, book, dry_run);
  refuse(file, outcome.faults, out);
  for (const auto& line : outcome.lines) out << line << "\n";
  if (outcome.lines.empty()) out << "没有变化\n";
  if (dry_run) out << "以上只是试运行，没有写入\n";
  return 0;
}

int export_file(const Place& place, const fs::path& file, std::ostream& out) {
  Db db(place.data, Db::Lock::beside, place.migrations);
  const auto book = find_plan_book(*db.reader());
  if (book.years.empty()) throw StorageError("还没有方案，没有可以导出的内容：请先用 sjsz import 导入");
  refuse_own_place(place.data, file);
  NewFile target(file);
  std::ofstream stream(target.unfinished(), std::ios::binary);
  errno = 0;
  if (!(stream << write_plan_book(book) << std::flush)) throw file_fault("没有导出：无法写入", file, errno);
  record_command(db, "plan.export", R"({"years":)" + std::to_string(book.years.size()) + "}");
  target.put_in_place();
  for (const auto& year : book.years) {
    out << year.plan.year << " 年方案：" << year.tasks.size() << " 项任务、" << year.indicators.size() << " 项指标\n";
  }
  out << "已导出到 " << file.string() << "\n";
  return 0;
}

}  // namespace sjsz::cli
