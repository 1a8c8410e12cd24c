// A data folder that is made anew gets the plan inside the program, in the transaction that makes its schema.
#pragma once
#include "storage/db.h"

namespace sjsz {

Opening seeding();

}  // namespace sjsz
