// A form that was sent after its session had expired: shown again to the same person, who decides what becomes of it.
#pragma once
#include "pages/page.h"

namespace sjsz {

http::Response show_parked_form(const Visit& visit, Reader& db);
http::Response resume_parked_form(const Visit& visit, Db& db);  // sends it, as changed meanwhile, where it was going
http::Response drop_parked_form(const Visit& visit, Db& db);

}  // namespace sjsz
