// cpp-httplib as it comes, answering fixed bytes from memory: what bench/run measures the portal against.
// stock PORT PATH FILE [PATH FILE]…: each FILE holds a page as it goes over the wire, compressed by gzip.
#include <httplib.h>

#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(64); };
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(100'000'000);
  for (int i = 2; i + 1 < argc; i += 2) {
    std::ifstream file(argv[i + 1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    server.Get(argv[i], [bytes](const httplib::Request&, httplib::Response& response) {
      response.set_header("Content-Encoding", "gzip");
      response.set_content(bytes, "text/html; charset=utf-8");
    });
  }
  return server.listen("127.0.0.1", std::stoi(argv[1])) ? 0 : 1;
}
