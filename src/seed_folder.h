// A data folder without any plan gets the one inside the program.
#pragma once
#include "storage/db.h"

namespace sjsz {

void seed_if_empty(Db& db);

}  // namespace sjsz
