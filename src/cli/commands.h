// The commands that work on a data folder and end: backup, restore, check, import, export, user, token. Results go to
// `out`, one record a line; what is wrong is thrown, as one clear Chinese line, and makes exit code 1.
#pragma once
#include <filesystem>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "domain/visitor.h"
#include "storage/db.h"

namespace sjsz::cli {

struct Place {
  std::filesystem::path data;
  std::vector<Migration> migrations;
  std::string program_version = {};  // for the manifest of a backup

  int schema_version() const { return static_cast<int>(migrations.size()); }
};

// Database and attachments in one zip file with a manifest, also while a server runs. The copy is checked before it is
// written: a backup that exists can be restored.
int backup(const Place& place, const std::filesystem::path& file, std::ostream& out);

// Checks the whole backup beside the data before it touches anything. A folder with a database is refused, unless
// `replace`: then its content is kept in DIR/kept-YYYYMMDDTHHMMSS.
int restore(const Place& place, const std::filesystem::path& file, bool replace, std::ostream& out);

// Modes of the files, version, integrity and references of the database, audit chain. A line each, with place and
// fault.
int check(const Place& place, bool json, std::ostream& out);

// A line for each change. `dry_run` says the same and writes nothing; it works beside a running server and without a
// database.
int import_plan_file(const Place& place, const std::filesystem::path& file, bool dry_run, std::ostream& out);

// All plans, units and the calendar, in the form that import reads; the same data give the same bytes.
int export_file(const Place& place, const std::filesystem::path& file, std::ostream& out);

// About accounts and tokens, also while a server runs. `portal`: HOST:PORT, for the links that are printed. What a rule
// refuses is thrown as one Chinese line, as all else is.
int add_user(const Place& place, const NewAccount& account, bool password_stdin, const std::string& portal,
             std::istream& in, std::ostream& out);
int list_users(const Place& place, bool json, std::ostream& out);
int reset_user(const Place& place, const std::string& name, bool password_stdin, const std::string& portal,
               std::istream& in, std::ostream& out);
int disable_user(const Place& place, const std::string& name);
int enable_user(const Place& place, const std::string& name);
int create_token(const Place& place, const std::string& name, TokenScope scope, int days, std::ostream& out);
int list_all_tokens(const Place& place, bool json, std::ostream& out);
int revoke_token(const Place& place, const std::string& id);

}  // namespace sjsz::cli
