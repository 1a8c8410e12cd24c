#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <iostream>

#include "cli/commands.h"
#include "command_line.h"
#include "embedded.h"
#include "serve.h"
#include "site.h"
#include "version.h"

namespace sjsz {
namespace {

int show_version(const CommandLine& options) {
  std::cout << "sjsz " SJSZ_VERSION " (" SJSZ_COMMIT ", " SJSZ_BUILD_TYPE ")\n";
  if (options.licences) std::cout << '\n' << embedded_file("LICENCES.txt");
  return 0;
}

int run_account_command(const CommandLine& options, const cli::Place& place) {
  const auto& command = options.command;
  const auto& name = options.account.name;
  if (command == "user add") {
    return cli::add_user(place, options.account, options.password_stdin, options.listen, std::cin, std::cout);
  }
  if (command == "user list") return cli::list_users(place, options.json, std::cout);
  if (command == "user passwd") {
    return cli::reset_user(place, name, options.password_stdin, options.listen, std::cin, std::cout);
  }
  if (command == "user disable") return cli::disable_user(place, name);
  if (command == "user enable") return cli::enable_user(place, name);
  if (command == "token create") return cli::create_token(place, name, options.scope, options.days, std::cout);
  if (command == "token list") return cli::list_all_tokens(place, options.json, std::cout);
  return cli::revoke_token(place, options.token);
}

int run(const CommandLine& options) {
  const auto& command = options.command;
  if (command == "version") return show_version(options);
  if (command == "serve") return serve(options);
  const cli::Place place{options.data, embedded_migrations(), SJSZ_VERSION};
  if (command == "backup") return cli::backup(place, options.file, std::cout);
  if (command == "restore") return cli::restore(place, options.file, options.replace, std::cout);
  if (command == "check") return cli::check(place, options.json, std::cout);
  if (command == "import") return cli::import_plan_file(place, options.file, options.dry_run, std::cout);
  if (command.starts_with("user ") || command.starts_with("token ")) return run_account_command(options, place);
  return cli::export_file(place, options.file, std::cout);
}

// Nothing that the program writes is for others to read, what it holds in memory ends in no core file, and no signal
// ends it where a call can fail instead.
void protect_process() {
  umask(077);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a full disk: a clear line, not a sudden end
}

}  // namespace
}  // namespace sjsz

int main(int argc, char** argv) {
  const auto parsed = sjsz::parse_command_line(argc, argv);
  if (!parsed.options) return parsed.exit_code;
  sjsz::protect_process();
  try {
    return sjsz::run(*parsed.options);
  } catch (const std::exception& fault) {
    std::cerr << "sjsz: " << fault.what() << '\n';
    return 1;
  }
}
