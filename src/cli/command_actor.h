// Who runs a command, for the audit log: the account of the operating system.
#pragma once
#include <string>

#include "actions/actor.h"
#include "storage/db.h"

namespace sjsz::cli {

actions::Actor command_actor();

// An audit row of its own, for a command that changes no data in the database.
void record_command(Db& db, const std::string& action, const std::string& detail);

}  // namespace sjsz::cli
