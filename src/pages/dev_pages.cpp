#include "pages/dev_pages.h"

#include "pages/layout.h"
#include "view/gallery_view.h"

namespace sjsz {

http::Response list_views(const Visit& visit, Reader& db) {
  view::GalleryView gallery;
  for (const auto& example : view::all_examples()) {
    if (gallery.items.empty() || gallery.items.back().view != example.view) gallery.items.push_back({example.view, {}});
    gallery.items.back().urls.push_back("/dev/views/" + example.view + "/" + std::to_string(example.number));
  }
  return http::html(in_layout(visit, db, {"页面样例", "", 0}, view::render(visit.site.templates, gallery)));
}

http::Response show_view(const Visit& visit, Reader& db) {
  for (const auto& example : view::all_examples()) {
    if (example.view != visit.request.parameter("view") || example.number != visit.request.number("example")) continue;
    const auto html = example.render(visit.site.templates);
    // The layout's own examples are whole pages already.
    return http::html(example.view == "layout" ? html : in_layout(visit, db, {example.view, "", 0}, html));
  }
  throw http::Stop(404);
}

http::Response show_stamp(const Visit& visit, Reader&) {
  auto response = http::html(visit.site.stamp);
  response.content_type = "text/plain; charset=utf-8";
  return response;
}

}  // namespace sjsz
