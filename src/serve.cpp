#include "serve.h"

#include <csignal>
#include <cstdio>

#include "actions/actor.h"
#include "app.h"
#include "base/log.h"
#include "http/server.h"
#include "seed_folder.h"
#include "site.h"
#include "storage/audit_store.h"

namespace sjsz {
namespace {

http::Server* running_server = nullptr;  // for the signal handler alone

void stop_server(int) {
  if (running_server) running_server->stop();
}

void stop_on_signals(http::Server& server) {
  running_server = &server;
  struct sigaction action {};
  action.sa_handler = stop_server;
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGINT, &action, nullptr);
}

void record(Db& db, const char* action) {
  db.write([&](Writer& writer) { insert_audit(writer, actions::audit_entry(actions::system_actor(), action)); });
}

constexpr int kThreads = 64;  // one for each client that asks at this moment; asleep, they cost little

}  // namespace

int serve(const CommandLine& options) {
  Db db(options.data, Db::Lock::server, embedded_migrations());
  seed_if_empty(db);
  App app(db, {options.today}, options.dev);
  http::Server server([&](const http::Request& request) { return app.handle(request); },
                      [&](const http::Request& head) { return app.most_body_bytes(head); },
                      [&](const http::Request& request, int status) { return app.refuse(request, status); });
  server.listen(options.listen);
  stop_on_signals(server);
  record(db, "server.start");
  log(LogLevel::info, "listening").text("address", server.address());
  std::printf("四减四增任务指标调度系统：http://%s\n", server.address().c_str());
  std::fflush(stdout);
  server.run(kThreads);
  running_server = nullptr;
  record(db, "server.stop");
  log(LogLevel::info, "stopped");
  return 0;
}

}  // namespace sjsz
