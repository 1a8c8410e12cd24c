// What a page says when a change was undone because the disk is full; the log says it to the operator.
#pragma once
#include "pages/page.h"
#include "storage/no_room.h"

namespace sjsz {

inline constexpr int kNoRoomStatus = 507;

void log_no_room(const http::Request& request, const NoRoom& fault);
std::string no_room_words(const std::string& what_to_do);  // 服务器磁盘空间不足，没有保存。…, without the full stop

}  // namespace sjsz
