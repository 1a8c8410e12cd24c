// Turns a Response into bytes for the wire, by cpp-httplib; answer_writer.cpp alone includes httplib.h. httplib sees a
// constant request in memory and answers it in its pre-routing handler, so that nothing a client sent reaches its
// parsing, regular expressions, body readers or compression. One writer a thread.
#pragma once
#include <memory>
#include <string>

#include "http/response.h"

namespace sjsz::http {

// An answer as it is sent. The body is shared with whoever keeps it, never copied.
struct Answer {
  std::string head;
  std::shared_ptr<const std::string> body;
};

class AnswerWriter {
 public:
  AnswerWriter();
  ~AnswerWriter();
  // `head_only`: the answer to HEAD. `close`: says that the connection ends after this answer.
  Answer write(const Response& response, bool head_only, bool close);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sjsz::http
