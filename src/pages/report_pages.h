// One report of a unit and month: its form while it can be written, else what it says; and what its buttons do.
#pragma once
#include "pages/page.h"

namespace sjsz {

// /reports/{period}/{task}/{unit} and /reports/{period}/narrative/{unit}
http::Response show_report(const Visit& visit, Reader& db);
http::Response change_report(const Visit& visit, Db& db);

}  // namespace sjsz
