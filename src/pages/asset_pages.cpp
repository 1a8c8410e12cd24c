#include "pages/asset_pages.h"

#include <algorithm>

namespace sjsz {

static http::Response asset_response(const Asset& asset, http::Keep keep) {
  http::Response response;
  response.content_type = asset.type;
  response.body = std::make_shared<const std::string>(asset.bytes);
  response.keep = keep;
  return response;
}

http::Response show_asset(const Visit& visit, Reader&) {
  const auto& assets = visit.site.assets;
  const auto asset =
      std::find_if(assets.begin(), assets.end(), [&](const Asset& one) { return one.url == visit.request.path; });
  if (asset == assets.end()) throw http::Stop(404);
  return asset_response(*asset, http::Keep::forever);
}

http::Response show_icon(const Visit& visit, Reader&) {
  const auto& assets = visit.site.assets;
  const auto icon =
      std::find_if(assets.begin(), assets.end(), [](const Asset& one) { return one.name == "favicon.ico"; });
  if (icon == assets.end()) throw http::Stop(404);
  return asset_response(*icon, http::Keep::revalidate);
}

}  // namespace sjsz
