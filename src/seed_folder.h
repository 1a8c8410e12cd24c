// A data folder without any plan gets the one inside the program; with --demo, the demonstration year besides.
#pragma once
#include "storage/db.h"

namespace sjsz {

void seed_if_empty(Db& db);

// Nothing to do where it was made already. Throws StorageError for a folder that holds anything else.
void make_demonstration(Db& db);

bool is_demonstration(Db& db);

}  // namespace sjsz
