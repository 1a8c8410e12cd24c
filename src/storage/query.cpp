#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "storage/connection.h"
#include "storage/db.h"

namespace sjsz {

struct KeptStatement {
  KeptStatement(const SQLite::Database& connection, const char* sql)
      : statement(connection, sql), file(connection.getFilename()) {}
  SQLite::Statement statement;
  const std::string& file;
  bool busy = false;
};

Reader::Reader(std::unique_ptr<SQLite::Database> connection) : connection_(std::move(connection)) {}

Reader::~Reader() = default;

Query Reader::query(const char* sql) {
  auto& kept = kept_[sql];
  if (!kept) {
    try {
      kept = std::make_unique<KeptStatement>(*connection_, sql);
    } catch (const SQLite::Exception& fault) {
      kept_.erase(sql);
      throw_if_operator_can_act(fault, connection_->getFilename());
      throw;
    }
  }
  ++statements_run_;
  return Query(*kept);
}

void Reader::forget_outdated() {
  auto row = query("PRAGMA data_version");
  row.next();
  if (row.big(0) == recalled_version_) return;
  recalled_.clear();
  recalled_version_ = row.big(0);
}

std::filesystem::path Reader::folder() const { return std::filesystem::path(connection_->getFilename()).parent_path(); }

Query::Query(KeptStatement& kept) : kept_(kept) {
  if (kept_.busy) throw std::logic_error("statement is in use: " + kept_.statement.getQuery());
  kept_.busy = true;
}

Query::~Query() {
  kept_.statement.tryReset();
  kept_.statement.clearBindings();
  kept_.busy = false;
}

Query& Query::bind(const char* name, std::int64_t value) {
  kept_.statement.bind(name, value);
  return *this;
}

Query& Query::bind(const char* name, std::string_view text) {
  kept_.statement.bind(name, std::string(text));
  return *this;
}

Query& Query::bind_blob(const char* name, std::string_view bytes) {
  kept_.statement.bind(name, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()));
  return *this;
}

Query& Query::bind_null(const char* name) {
  kept_.statement.bind(name);
  return *this;
}

bool Query::next() {
  try {
    return kept_.statement.executeStep();
  } catch (const SQLite::Exception& fault) {
    throw_if_operator_can_act(fault, kept_.file);
    throw;
  }
}

int Query::run() {
  while (next()) {
  }
  kept_.statement.reset();
  return kept_.statement.getChanges();
}

int Query::number(int column) const { return kept_.statement.getColumn(column).getInt(); }

std::int64_t Query::big(int column) const { return kept_.statement.getColumn(column).getInt64(); }

std::string Query::text(int column) const { return kept_.statement.getColumn(column).getString(); }

std::string Query::blob(int column) const { return kept_.statement.getColumn(column).getString(); }

bool Query::is_null(int column) const { return kept_.statement.isColumnNull(column); }

}  // namespace sjsz
