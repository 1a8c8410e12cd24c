// 审计日志: who did what, newest first, and whether the chain of rows is whole.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "view/parts.h"
#include "view/template.h"

namespace sjsz::view {

struct AuditView {  // templates/audit.html
  struct Row {
    std::int64_t id = 0;
    std::string time;
    std::string actor, role;        // empty for the program itself and the command line
    std::string via, source;        // source may be empty
    std::string action;             // in words
    std::string object, object_as;  // in words, and as it stands in the log; either may be empty
    std::string outcome;
    bool bad = false;  // refused or failed
    std::vector<std::pair<std::string, std::string>> details;
    std::string hash;  // its first digits
  };
  struct Verification {
    bool whole = false;
    std::string words;
  };

  std::string state;                         // 最近一次核验：…
  std::vector<Verification> verification{};  // one if it was just done
  std::string actor, object, from, to;       // the filter; without one all are empty and no option is selected
  std::vector<Option> actions, outcomes;     // without the line 全部, which the template has
  std::int64_t total = 0;                    // that match
  std::vector<Row> rows;
  std::string newer_url, older_url;  // empty: there are none
  std::string verify_url, export_url;
};
std::vector<AuditView> audit_examples();
std::string render(const Templates& templates, const AuditView& view);

}  // namespace sjsz::view
