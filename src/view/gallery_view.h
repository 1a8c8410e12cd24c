// The gallery of development (/dev): every view with every example, as its contract test sees them.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "view/template.h"

namespace sjsz::view {

struct Example {
  std::string view;  // task_list
  int number = 0;    // 0: none, 1: one, …: as the view's examples are ordered
  std::function<std::string(const Templates&)> render;
};
std::vector<Example> all_examples();

struct GalleryView {  // templates/gallery.html
  struct Item {
    std::string view;
    std::vector<std::string> urls;  // one an example
  };
  std::vector<Item> items;
};
std::vector<GalleryView> gallery_examples();
std::string render(const Templates& templates, const GalleryView& view);

}  // namespace sjsz::view
