#include "pages/no_room.h"

#include "base/log.h"

namespace sjsz {

void log_no_room(const http::Request& request, const NoRoom& fault) {
  log(LogLevel::error, "fault").text("id", request.id).text("path", request.path).text("what", fault.what());
}

std::string no_room_words(const std::string& what_to_do) {
  return "服务器磁盘空间不足，没有保存。请告诉系统管理员，腾出空间后" + what_to_do;
}

}  // namespace sjsz
