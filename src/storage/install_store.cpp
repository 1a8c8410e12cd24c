#include "storage/install_store.h"

#include "base/random.h"

namespace sjsz {

Install find_install(Reader& db) {
  auto row = db.query("SELECT install_id, made_at, demonstration FROM install");
  if (!row.next()) throw StorageError("数据库里没有安装标识：它已损坏，请用备份执行 sjsz restore --replace");
  return {row.blob(0), row.text(1), row.flag(2)};
}

void insert_install(Writer& db) {
  db.query("INSERT INTO install (only, install_id, made_at) VALUES (1, :id, :made_at)")
      .bind_blob(":id", random_bytes(16))
      .bind(":made_at", to_rfc3339(db.at()))
      .run();
}

void set_demonstration(Writer& db) { db.query("UPDATE install SET demonstration = 1").run(); }

}  // namespace sjsz
