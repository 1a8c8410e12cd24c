// How much a password is worth beyond what everybody tries first (docs/decisions/0006): a rule instead of a list, so
// that it also finds what no list has, in this country's habits as well. Knows no accounts.
#pragma once
#include <string_view>
#include <vector>

namespace sjsz {

// Characters that are not part of a common word, a run (aaaa, 1234, cba), a walk over the keyboard (qwer, 1qaz2wsx) or
// one of `names`, however written (upper case, 0 for o, @ for a); each such piece counts as one, a longer number as
// four at most, letters of the alphabet in a row half each, as words of a language do, and what repeats counts once.
int password_worth(std::string_view password, const std::vector<std::string_view>& names);

}  // namespace sjsz
