// Finished answers of public pages, kept rendered and compressed: bounded, safe for many threads. The caller chooses
// the key (path and known queries in a fixed order) and the epoch, a text that names everything the answers depend on
// (data version, business date, switches); when the epoch differs, all that is kept is dropped. For visitors without a
// session only.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/request.h"
#include "http/response.h"

namespace sjsz::http {

// One page in each encoding, with ETag and all headers.
struct KeptAnswer {
  Response plain, gzipped;
};

class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // The answer for this request: kept, or made by `make` (called without a lock; what it makes is kept if its status is
  // 200, it may be kept at all and it fits; the others go when there is no room beside them). Handles If-None-Match.
  Response answer(const Request& request, const std::string& epoch, const std::string& key,
                  const std::function<Response()>& make);

 private:
  using Kept = std::shared_ptr<const KeptAnswer>;
  Kept find(const std::string& epoch, const std::string& key);
  void keep(const std::string& epoch, const std::string& key, const Kept& answer);
  void drop_all();

  const std::size_t most_bytes_;
  std::mutex mutex_;
  std::string epoch_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, Kept> kept_;
};

}  // namespace sjsz::http
