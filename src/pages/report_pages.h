// One report of a unit and month: its form while it can be written, else what it says; and what its buttons do.
#pragma once
#include "pages/page.h"
#include "pages/uploads.h"

namespace sjsz {

// /reports/{period}/{task}/{unit} and /reports/{period}/narrative/{unit}
http::Response show_report(const Visit& visit, Reader& db);
http::Response change_report(const Visit& visit, Db& db);

ReportKey report_key_of(const http::Request& request);  // of such an address, or of one below it

// Saves what the boxes hold together with the files, both or neither, and goes back to the form.
http::Response save_report_form(const Visit& visit, Db& db, const ReportKey& key, http::Fields form,
                                Uploads uploads = {});

}  // namespace sjsz
