#include "serve.h"

#include <csignal>
#include <cstdio>

#include "actions/actor.h"
#include "actions/link.h"
#include "app.h"
#include "base/log.h"
#include "housekeeping.h"
#include "http/address.h"
#include "http/server.h"
#include "seed/demo.h"
#include "seed_folder.h"
#include "site.h"
#include "storage/audit_heads.h"
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

// A demonstration has known passwords.
void refuse_to_leave_this_machine(const std::string& listen) {
  if (http::names_loopback(listen)) return;
  throw StorageError("演示数据的口令人人都知道，只能在本机使用：--listen 请用 127.0.0.1:端口");
}

BusinessClock prepare(Db& db, const CommandLine& options) {
  if (options.demo) make_demonstration(db);
  seed_if_empty(db);
  if (!is_demonstration(db)) return {options.today};
  refuse_to_leave_this_machine(options.listen);
  return {options.today.value_or(kDemoToday)};
}

// One for each client that asks at this moment, and for the sign-ins that hash or wait for their turn (pages/guards.h);
// asleep, they cost little.
constexpr int kThreads = 64;

// While there is no account: the link that makes the first admin, for whoever started the program. Not in the log.
void offer_setup(Db& db, const std::string& address) {
  const auto secret = db.write([](Writer& writer) { return actions::make_setup_link(writer); });
  if (!secret) return;
  const bool everywhere = address.starts_with("0.0.0.0:") || address.starts_with("[::]:");
  if (!everywhere && !http::names_loopback(address)) {
    std::fputs("还没有账号。请在本机运行 sjsz user add admin --role admin，建立第一个系统管理员账号。\n", stderr);
    return;
  }
  const auto at_home = everywhere ? "127.0.0.1" + address.substr(address.rfind(':')) : address;
  std::fprintf(stderr,
               "还没有账号。请在本机用浏览器打开下面的链接，建立第一个系统管理员账号（60 分钟内有效，只能用一次）：\n"
               "http://%s/setup?token=%s\n",
               at_home.c_str(), secret->c_str());
}

}  // namespace

int serve(const CommandLine& options) {
  if (options.demo) refuse_to_leave_this_machine(options.listen);
  Db db(options.data, Db::Lock::server, embedded_migrations());
  App app(db, prepare(db, options), options.dev);
  http::Limits limits;
  limits.spool_folder = options.data;
  http::Server server([&](const http::Request& request) { return app.handle(request); },
                      [&](http::Request& head) { return app.body_allowance(head); },
                      [&](const http::Request& request, int status) { return app.refuse(request, status); }, limits);
  server.listen(options.listen);
  offer_setup(db, server.address());
  stop_on_signals(server);
  record(db, "server.start");
  log(LogLevel::info, "listening").text("address", server.address());
  std::printf("四减四增任务指标调度系统：http://%s\n", server.address().c_str());
  std::fflush(stdout);
  const Housekeeping housekeeping(app);
  server.run(kThreads);
  running_server = nullptr;
  record(db, "server.stop");
  append_audit_head(db, now());
  log(LogLevel::info, "stopped");
  return 0;
}

}  // namespace sjsz
