#include "cli/command_actor.h"

#include <unistd.h>

#include <fstream>

#include "base/text.h"

namespace sjsz::cli {

// Read from the file, because getpwuid is not safe in a static program; accounts that stand elsewhere appear by number.
static std::string os_user() {
  auto id = std::to_string(::getuid());
  std::ifstream accounts("/etc/passwd");
  for (std::string line; std::getline(accounts, line);) {
    const auto fields = split(line, ':');  // name, password, number, …
    if (fields.size() > 2 && fields[2] == id) return fields[0];
  }
  return id;
}

actions::Actor command_actor() { return {.via = "cli:" + os_user()}; }

void record_command(Db& db, const std::string& action, const std::string& detail) {
  auto entry = actions::audit_entry(command_actor(), action);
  entry.detail = detail;
  db.write([&](Writer& writer) { insert_audit(writer, entry); });
}

}  // namespace sjsz::cli
