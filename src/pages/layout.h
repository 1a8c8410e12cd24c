// Puts a page's body into the frame that all pages share.
#pragma once
#include <string>

#include "pages/page.h"

namespace sjsz {

struct Frame {
  std::string title;    // of the page
  std::string current;  // stem of its navigation item (layout.cpp lists them); empty: none
  int year = 0;         // of the plan that it shows; 0: the current one's, if there is one
  std::string paper{};  // landscape.css, document.css: how it prints; empty: upright
  bool door = false;    // before the sign-in: no navigation
};

std::string in_layout(const Visit& visit, Reader& db, const Frame& frame, std::string body);

// For error pages: nothing is read from the database, which may be what is broken.
std::string in_bare_layout(const Site& site, const std::string& title, std::string body);

// The year as addresses name it: 0 for the current plan's.
int address_year(Reader& db, int year);

}  // namespace sjsz
