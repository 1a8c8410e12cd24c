#include "base/places.h"

namespace sjsz {

std::shared_ptr<const void> Places::enter(const std::string& key) {
  const std::lock_guard lock(counts_->mutex);
  auto& taken = counts_->taken[key];
  if (taken >= at_once_) return nullptr;
  ++taken;
  return {this, [counts = counts_, key](const void*) {
            const std::lock_guard freed(counts->mutex);
            const auto found = counts->taken.find(key);
            if (--found->second == 0) counts->taken.erase(found);
          }};
}

}  // namespace sjsz
