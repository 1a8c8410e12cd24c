// What the address asks of the audit log.
#pragma once
#include <cstdint>
#include <string>

#include "pages/page.h"
#include "storage/audit_rows.h"

namespace sjsz {

AuditFilter checked_audit_filter(const http::Request& request);  // WrongQuery for what names nothing

// The address with the filter that was asked for.
std::string with_audit_filter(std::string url, const http::Request& request);

// Of a row, by ?NAME=; `fallback` without one. WrongQuery for what is none.
std::int64_t asked_row(const http::Request& request, const char* name, std::int64_t fallback);

}  // namespace sjsz
