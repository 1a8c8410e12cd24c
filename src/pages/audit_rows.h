// The audit log in words: when it was last verified, its rows on the page and as lines of the file.
#pragma once
#include <string>
#include <vector>

#include "domain/unit.h"
#include "storage/audit_rows.h"
#include "view/audit_view.h"

namespace sjsz {

std::string audit_state(Reader& db);  // 最近一次核验：…
view::AuditView::Row audit_row(const AuditRow& row, const std::vector<Unit>& units);
std::vector<std::string> audit_file_heads();
std::vector<std::string> audit_file_cells(
    const AuditRow& row);  // nothing is left out: the chain can be computed from it

}  // namespace sjsz
