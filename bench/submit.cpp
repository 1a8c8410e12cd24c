// How fast reports are submitted, against a bare loop of durable inserts on the same disk.
// submit FOLDER [ROUNDS]: makes FOLDER anew, with the plan of the seed. Prints submissions a second by eight clients
// through the actions and through the whole program but its sockets (session, rights, JSON), and inserts a second.
#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <map>
#include <thread>

#include "actions/report.h"
#include "actions/session.h"
#include "app.h"
#include "base/log.h"
#include "seed_folder.h"
#include "site.h"
#include "storage/account_store.h"
#include "storage/owed_query.h"
#include "storage/setting_store.h"
#include "storage/task_store.h"

namespace sjsz {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kClients = 8;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// What was done in how much time.
struct Measure {
  std::size_t count = 0;
  double seconds = 0;
  double rate() const { return static_cast<double>(count) / seconds; }
};

// One durable insert a transaction, by one client: what the disk allows.
class BareInserts {
 public:
  explicit BareInserts(const std::filesystem::path& folder)
      : db_((folder / "bare.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    db_.exec("PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    db_.exec("CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT");
  }

  void run(std::size_t count, Measure& measure) {
    SQLite::Statement insert(db_, "INSERT INTO bare (text) VALUES (?)");
    const std::string text(300, 'x');
    const auto begin = Clock::now();
    for (std::size_t i = 0; i < count; ++i) {
      insert.bind(1, text);
      insert.exec();
      insert.reset();
    }
    measure.seconds += seconds_since(begin);
    measure.count += count;
  }

 private:
  SQLite::Database db_;
};

Visitor visitor_of(AccountRole role, const UnitCode& unit) {
  Visitor visitor;
  visitor.account = Account{.id = {1}, .name = unit.value, .display = "填报员", .role = role, .unit = unit};
  return visitor;
}

ReportText complete_text(const std::vector<Requirement>& requirements) {
  ReportText text;
  text.self_state = WorkState::on_pace;
  text.completion = 65;
  text.progress = "本月完成现场核查十二家次，发现问题三个，均已督促整改；完成台账更新。";
  text.next_steps = "下月继续开展现场核查。";
  for (const auto& one : requirements) text.requirements[one.key] = one.type == ValueType::number ? "300" : "yes";
  return text;
}

// A complete draft of every line of the year; the reports of each client by themselves.
struct Line {
  ReportKey key;
  int version = 0;
};
using Lines = std::vector<std::vector<Line>>;

Lines write_drafts(Db& db) {
  Lines lines(kClients);
  std::size_t client = 0;
  const actions::Actor actor{.via = "web"};
  for (int month = 1; month <= 12; ++month) {
    const auto owed = list_owed(*db.reader(), {2020, month});
    for (const auto& line : owed) {
      const auto visitor = visitor_of(AccountRole::reporter, line.key.unit);
      const auto saved = db.write([&](Writer& writer) {
        const auto requirements =
            line.key.task ? list_requirements(writer, 2020, *line.key.task) : std::vector<Requirement>{};
        return actions::save_report(writer, actor, visitor, line.key, 0, complete_text(requirements));
      });
      lines[client++ % kClients].push_back({line.key, saved.value().version});
    }
  }
  return lines;
}

// Brings what was submitted back to where it can be submitted again.
void send_all_back(Db& db, Lines& lines) {
  const actions::Actor actor{.via = "web"};
  const auto office = visitor_of(AccountRole::office, {"zhengfuban"});
  db.write([&](Writer& writer) {
    for (auto& of_client : lines) {
      for (auto& line : of_client) {
        line.version =
            actions::return_report(writer, actor, office, line.key, line.version, "请补充。").value().version;
      }
    }
  });
}

void submit_all(Db& db, Lines& lines, const std::function<int(const Line&)>& submit, Measure& measure) {
  const auto begin = Clock::now();
  std::vector<std::thread> clients;
  for (auto& of_client : lines) {
    clients.emplace_back([&] {
      for (auto& line : of_client) line.version = submit(line);
    });
  }
  for (auto& client : clients) client.join();
  measure.seconds += seconds_since(begin);
  for (const auto& of_client : lines) measure.count += of_client.size();
  send_all_back(db, lines);
}

int submit_by_action(Db& db, const Line& line) {
  const auto visitor = visitor_of(AccountRole::reporter, line.key.unit);
  const actions::Actor actor{
      .name = line.key.unit.value, .role = "reporter", .unit = line.key.unit.value, .via = "web"};
  const auto submitted = db.write([&](Writer& writer) {
    return actions::submit_reports(writer, actor, visitor, {{line.key, line.version}});
  });
  return submitted.value().lines.at(0).version;
}

std::map<UnitCode, std::string> open_sessions(Db& db, const Lines& lines) {
  std::map<UnitCode, std::string> cookies;
  db.write([&](Writer& writer) {
    for (const auto& of_client : lines) {
      for (const auto& line : of_client) {
        const auto& unit = line.key.unit;
        if (cookies.contains(unit)) continue;
        const auto account = insert_account(writer, {unit.value, "填报员", AccountRole::reporter, unit}, std::nullopt);
        cookies[unit] = "sjsz_session=" + actions::open_session(writer, {.via = "web"}, account, "bench");
      }
    }
  });
  return cookies;
}

int submit_by_program(App& app, const std::map<UnitCode, std::string>& cookies, const Line& line) {
  http::Request request;
  request.method = http::Method::post;
  request.method_name = "POST";
  request.path = "/api/v1/reports/" + to_string(line.key.period) + "/" +
                 (line.key.task ? std::to_string(line.key.task->value) : "narrative") + "/" + line.key.unit.value +
                 "/submit";
  request.headers = {{"host", "bench"},
                     {"origin", "http://bench"},
                     {"content-type", "application/json"},
                     {"cookie", cookies.at(line.key.unit)}};
  request.body = "{\"version\":" + std::to_string(line.version) + "}";
  const auto response = app.handle(request);
  if (response.status != 200) throw std::runtime_error(*response.body);
  return line.version + 1;
}

void print(const char* what, const Measure& measure, const Measure& bare) {
  std::printf("%-24s %7.0f a second  %4.0f %%\n", what, measure.rate(), 100 * measure.rate() / bare.rate());
}

// In turn and in portions, because a disk is not as fast at every moment.
int run(const std::filesystem::path& folder, int rounds) {
  set_log_level("off");
  std::filesystem::remove_all(folder);
  Db db(folder, Db::Lock::server, embedded_migrations());
  seed_if_empty(db);
  db.write([](Writer& writer) {
    set_setting(writer, "first_period", "2020-01");
    set_setting(writer, "write_limit", "0");
  });
  auto lines = write_drafts(db);
  const auto cookies = open_sessions(db, lines);
  App app(db, {});
  BareInserts inserts(folder);
  Measure bare, by_action, by_program;
  for (int round = 0; round < rounds; ++round) {
    inserts.run(500, bare);
    submit_all(
        db, lines, [&](const Line& line) { return submit_by_action(db, line); }, by_action);
    submit_all(
        db, lines, [&](const Line& line) { return submit_by_program(app, cookies, line); }, by_program);
  }
  print("bare durable inserts", bare, bare);
  print("submissions, actions", by_action, bare);
  print("submissions, program", by_program, bare);
  return 0;
}

}  // namespace
}  // namespace sjsz

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  return sjsz::run(argv[1], argc > 2 ? std::stoi(argv[2]) : 5);
}
