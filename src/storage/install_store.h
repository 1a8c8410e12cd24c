// What this installation is: made once with its database, and never changed but for the mark of a demonstration.
#pragma once
#include <string>

#include "storage/db.h"

namespace sjsz {

struct Install {
  std::string id;  // 16 bytes; the audit chain begins with it
  std::string made_at;
  bool demonstration = false;
};

Install find_install(Reader& db);  // every database of ours has one; StorageError otherwise
void insert_install(Writer& db);   // with a new id
void set_demonstration(Writer& db);

}  // namespace sjsz
