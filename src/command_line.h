// The command line as interface.md's "Command line" names it. The one home of CLI11.
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/date.h"
#include "domain/visitor.h"

namespace sjsz {

struct CommandLine {
  std::string command;  // serve, backup, restore, check, import, export, version; "user add", "token list", …
  std::filesystem::path data = "data";
  std::filesystem::path file;  // of backup, restore, import, export
  std::string listen = "127.0.0.1:8080";
  std::optional<Date> today;
  bool demo = false;
  std::filesystem::path dev;  // a checkout
  std::string log_level = "info";
  bool replace = false, dry_run = false, json = false;
  bool licences = false;
  NewAccount account;  // of user add; its name also of the other commands about one account
  bool password_stdin = false;
  std::string token;  // id, of token revoke
  TokenScope scope = TokenScope::write;
  int days = 90;
};

// Flag before environment (SJSZ_DATA, SJSZ_LISTEN, SJSZ_TODAY, SJSZ_LOG_LEVEL) before --config FILE before default.
// What is wrong is said in one Chinese line on standard error. Returns what to do, or the exit code of a program that
// is done already (0 after --help, 2 after wrong usage).
struct Parsed {
  std::optional<CommandLine> options;
  int exit_code = 0;
};
Parsed parse_command_line(int argc, const char* const* argv);

}  // namespace sjsz
