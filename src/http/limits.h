// What one client may ask of the front: sizes, and times after which a connection that holds a place for nothing is
// ended.
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>

namespace sjsz::http {

struct Limits {
  std::size_t head_bytes = 16 * 1024;            // beyond: 431
  std::size_t header_lines = 64;                 // beyond: 431
  std::size_t target_bytes = 2 * 1024;           // beyond: 414
  std::size_t connections = 10'000;              // open at once, or what the process may open; beyond, new ones wait
  std::chrono::milliseconds head_time{10'000};   // from the first byte of a request to the end of its head
  std::chrono::milliseconds idle_time{30'000};   // between requests, and without progress while an answer is taken
  std::chrono::milliseconds body_time{300'000};  // at most; and after the grace a body needs this rate (an answer too):
  std::chrono::milliseconds body_grace{10'000};
  std::size_t body_bytes_per_second = 4 * 1024;
  std::size_t body_bytes_in_memory = 1 << 20;    // a larger body is kept in a file of the
  std::filesystem::path spool_folder;            // folder; empty: the system's for temporary files
  std::chrono::milliseconds linger_time{5'000};  // to read what a client still sends after the last answer
};

}  // namespace sjsz::http
