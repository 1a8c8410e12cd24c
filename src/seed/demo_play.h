// Plays what happened in the demonstration year in the order of time: what units saved, submitted and withdrew, what
// the office returned, accepted, exempted, closed and asked for. Each by the action that pages call, at its own moment.
#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "actions/actor.h"
#include "domain/account.h"
#include "seed/demo_json.h"
#include "storage/db.h"

namespace sjsz {

// `accounts`: as the file has them, the office's desk before other office accounts.
void play_demo(Writer& db, const Demo& demo, const std::vector<Account>& accounts);

actions::Actor demo_actor(const Account& account);

// What an action answers must be a success: the year inside the program keeps the portal's rules.
template <class Answer>
Answer needed(Answer answer, const std::string& what) {
  if (!answer) throw std::logic_error("the demonstration breaks a rule at " + what + ": " + answer.error().reason);
  return answer;
}

}  // namespace sjsz
