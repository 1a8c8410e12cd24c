// A client that sends bytes as they are and reads answers one by one: for what an HTTP library would never send. Reads
// wait at most half a minute, so that a server that does not answer fails the test instead of hanging it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "http/socket.h"

namespace sjsz::http {

struct RawAnswer {
  int status = 0;    // 0: the connection ended instead
  std::string head;  // with status line and empty line
  std::string body;

  std::string header(std::string_view name) const;  // "" if absent
};

class RawClient {
 public:
  explicit RawClient(const std::string& address);

  bool send(std::string_view bytes);        // false: the server has ended the connection
  RawAnswer read(bool head_only = false);   // the next answer; `head_only`: to HEAD, which has a length and no body
  RawAnswer ask(std::string_view request);  // both
  std::string read_to_end();                // what comes until the server ends the connection
  bool has_input() const;                   // something can be read at once
  void half_close();                        // "nothing more will be sent"

 private:
  bool receive();
  Descriptor socket_;
  std::string received_;
};

}  // namespace sjsz::http
