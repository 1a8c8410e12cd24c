// Development (--dev): the gallery of every view with its examples, and the stamp by which pages reload themselves.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response list_views(const Visit& visit, Reader& db);
http::Response show_view(const Visit& visit, Reader& db);
http::Response show_stamp(const Visit& visit, Reader& db);  // a text that changes when a template or web file does

}  // namespace sjsz
