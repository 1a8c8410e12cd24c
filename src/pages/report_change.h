// What the buttons of a report's form do.
#pragma once
#include <string>

#include "pages/page.h"
#include "pages/uploads.h"

namespace sjsz {

// By the button that the form names: save and go on, fill boxes, or withdraw.
http::Response press_report_button(const Visit& visit, Db& db, const ReportKey& key, http::Fields form);

// Saves what the boxes hold together with the files, both or neither, and goes back to the form.
http::Response save_report_form(const Visit& visit, Db& db, const ReportKey& key, http::Fields form,
                                Uploads uploads = {});

}  // namespace sjsz
