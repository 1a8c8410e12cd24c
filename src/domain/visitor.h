// Who asks. Without an account only the published plan can be read.
#pragma once

namespace sjsz {

struct Visitor {
  bool signed_in = false;
};

}  // namespace sjsz
