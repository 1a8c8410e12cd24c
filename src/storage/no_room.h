// The disk is full or does not take what is written, and the change was undone: whoever made it can try again later.
#pragma once
#include "storage/db.h"

namespace sjsz {

struct NoRoom : StorageError {
  using StorageError::StorageError;
};

}  // namespace sjsz
