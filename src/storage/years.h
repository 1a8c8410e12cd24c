// Which years a statement reads: one of them, or all. So the same statement serves a page and the export of everything.
#pragma once

namespace sjsz {

struct Years {
  int first = 0, last = 9999;
};

inline Years only(int year) { return {year, year}; }

}  // namespace sjsz
