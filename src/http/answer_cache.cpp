#include "http/answer_cache.h"

#include "http/finish.h"

namespace sjsz::http {
namespace {

constexpr std::size_t kOverhead = 2'048;  // of an entry beside its bodies: headers of both encodings, key and table

Response finish_for(std::string_view accept_encoding, const Response& made) {
  Request request;
  request.headers.emplace_back("accept-encoding", accept_encoding);
  return finish(request, made);
}

std::size_t count_bytes(const std::string& key, const KeptAnswer& answer) {
  const bool one_body = answer.plain.body == answer.gzipped.body;
  return kOverhead + key.size() + answer.plain.body->size() + (one_body ? 0 : answer.gzipped.body->size());
}

}  // namespace

Response AnswerCache::answer(const Request& request, const std::string& epoch, const std::string& key,
                             const std::function<Response()>& make) {
  auto kept = find(epoch, key);
  if (!kept) {
    auto made = make();
    if (made.status != 200 || made.keep == Keep::no_store) return finish(request, std::move(made));
    kept = std::make_shared<const KeptAnswer>(KeptAnswer{finish_for("identity", made), finish_for("gzip", made)});
    keep(epoch, key, kept);
  }
  return revalidate(request, accepts_gzip(request) ? kept->gzipped : kept->plain);
}

AnswerCache::Kept AnswerCache::find(const std::string& epoch, const std::string& key) {
  const std::lock_guard lock(mutex_);
  if (epoch_ != epoch) {
    drop_all();
    epoch_ = epoch;
  }
  const auto found = kept_.find(key);
  return found == kept_.end() ? nullptr : found->second;
}

void AnswerCache::keep(const std::string& epoch, const std::string& key, const Kept& answer) {
  const auto bytes = count_bytes(key, *answer);
  const std::lock_guard lock(mutex_);
  // Another thread may have seen newer data meanwhile, or kept the same page.
  if (epoch_ != epoch || bytes > most_bytes_ || kept_.contains(key)) return;
  // Starting anew keeps the bound without bookkeeping, and a flood of odd addresses cannot shut the usual pages out for
  // long.
  if (bytes_ + bytes > most_bytes_) drop_all();
  kept_.emplace(key, answer);
  bytes_ += bytes;
}

void AnswerCache::drop_all() {
  kept_.clear();
  bytes_ = 0;
}

}  // namespace sjsz::http
