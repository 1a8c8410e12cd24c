#include "command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>

#include "actions/token.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/codes.h"

namespace sjsz {
namespace {

using Values = std::map<std::string, std::string>;  // by long name, without dashes

constexpr const char* kHelpFoot =
    "每个命令都可以带 --data。取值先看参数，再看环境变量（SJSZ_DATA、SJSZ_LISTEN、SJSZ_TODAY、SJSZ_LOG_LEVEL），\n"
    "再看配置文件（每行“名称 = 值”），最后用默认值。返回码：0 完成；1 出错，原因在标准错误；2 用法不对。";

// Flags whose value may also come from the environment or the configuration file, with their variable.
const std::map<std::string, const char*> kVariables = {
    {"data", "SJSZ_DATA"}, {"listen", "SJSZ_LISTEN"}, {"today", "SJSZ_TODAY"}, {"log-level", "SJSZ_LOG_LEVEL"}};

struct WrongUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string in_chinese(const CLI::ParseError& error) {
  using Codes = CLI::ExitCodes;
  static const std::map<int, std::string> words = {{static_cast<int>(Codes::ExtrasError), "不认识的命令或参数"},
                                                   {static_cast<int>(Codes::RequiredError), "缺少命令或参数"},
                                                   {static_cast<int>(Codes::ArgumentMismatch), "参数个数不对"},
                                                   {static_cast<int>(Codes::ConversionError), "参数的值不对"},
                                                   {static_cast<int>(Codes::ValidationError), "参数的值不对"}};
  const auto word = words.find(error.get_exit_code());
  return (word == words.end() ? "用法不对" : word->second) + "（" + error.what() + "）";
}

Values read_config(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw WrongUsage("配置文件打不开：" + file);
  Values values;
  for (const auto& item : CLI::ConfigTOML().from_config(stream)) {
    if (!kVariables.count(item.name)) throw WrongUsage("配置文件里有不认识的名称：" + item.fullname());
    if (item.inputs.size() == 1) values[item.name] = item.inputs.front();
  }
  return values;
}

// Fills in what was not given as a flag.
void add_defaults(Values& flags) {
  const Values config = flags.count("config") ? read_config(flags["config"]) : Values{};
  for (const auto& [name, variable] : kVariables) {
    if (flags.count(name)) continue;
    const char* value = std::getenv(variable);
    if (value && *value) {
      flags[name] = value;
    } else if (config.count(name)) {
      flags[name] = config.at(name);
    }
  }
}

// Of user and token.
void read_account_flags(const Values& flags, CommandLine& options) {
  const auto value = [&](const char* name) { return flags.count(name) ? flags.at(name) : ""; };
  options.account.name = value("NAME");
  options.account.display = flags.count("display") ? value("display") : value("NAME");
  if (flags.count("unit")) options.account.unit = UnitCode{value("unit")};
  options.token = value("ID");
  if (flags.count("role")) {
    const auto role = from_code<AccountRole>(value("role"));
    if (!role) throw WrongUsage("--role 只能是 admin、office、leader、reporter、auditor");
    options.account.role = *role;
  }
  if (flags.count("scope")) {
    const auto scope = from_code<TokenScope>(value("scope"));
    if (!scope) throw WrongUsage("--scope 只能是 read、write、metrics");
    options.scope = *scope;
  }
  if (flags.count("days")) {
    options.days = parse_whole(value("days"));
    if (options.days < 1 || options.days > actions::kMostTokenDays) throw WrongUsage("--days 要填 1 至 365 的整数");
  }
}

CommandLine to_command_line(const Values& flags, CommandLine options) {
  const auto set = [&](const char* name, auto& target) {
    if (flags.count(name)) target = flags.at(name);
  };
  set("data", options.data);
  set("listen", options.listen);
  set("log-level", options.log_level);
  set("dev", options.dev);
  set("FILE", options.file);
  if (options.data.empty()) throw WrongUsage("--data 不能为空");
  if (flags.count("today")) {
    options.today = parse_date(flags.at("today"));
    if (!options.today) throw WrongUsage("--today 要写成 2020-09-03 这样的日期");
  }
  read_account_flags(flags, options);
  if (!set_log_level(options.log_level)) throw WrongUsage("--log-level 只能是 debug、info、warning、error、off");
  return options;
}

struct Definition {
  CLI::App app{"历下区“四减四增”任务指标调度系统", "sjsz"};
  CommandLine options;
  Values flags;
  bool version = false;

  // "user add" is the command add of the group user, which must be there.
  CLI::App* command(const std::string& name, const char* description) {
    const auto space = name.find(' ');
    auto* parent = space == name.npos ? &app : app.get_subcommand(name.substr(0, space));
    auto* sub = parent->add_subcommand(name.substr(space == name.npos ? 0 : space + 1), description)->group("命令");
    sub->callback([this, name] { options.command = name; });
    sub->set_help_flag("--help,-h", "显示本说明");
    value(sub, "--data", "数据文件夹（默认 ./data）", "DIR");
    return sub;
  }
  void group(const char* name, const char* description) {
    auto* sub = app.add_subcommand(name, description)->group("命令")->require_subcommand(1);
    sub->set_help_flag("--help,-h", "显示本说明");
  }
  CLI::App* account_command(const char* name, const char* description) {
    auto* sub = command(name, description);
    value(sub, "NAME", "账号", "")->required();
    return sub;
  }
  CLI::Option* value(CLI::App* sub, const std::string& flag, const char* description, const char* type) {
    const std::string name = flag.substr(flag.find_first_not_of('-'));
    return sub
        ->add_option_function<std::string>(
            flag, [this, name](const std::string& text) { flags[name] = text; }, description)
        ->type_name(type);
  }
  void file(CLI::App* sub, const char* description) { value(sub, "FILE", description, "")->required(); }
};

void define_accounts(Definition& d) {
  d.group("user", "账号：新增、列出、密码、停用、启用，运行中也可以");
  auto* add = d.account_command("user add", "新增账号，给出设置密码的一次性链接");
  d.value(add, "--role", "角色：admin、office、leader、reporter、auditor", "ROLE")->required();
  d.value(add, "--unit", "单位代码（reporter 和 office 要有）", "CODE");
  d.value(add, "--display", "姓名（默认同账号）", "NAME");
  add->add_flag("--password-stdin", d.options.password_stdin, "从标准输入读密码，不给链接");
  d.command("user list", "列出账号")->add_flag("--json", d.options.json, "以 JSON 输出");
  auto* passwd = d.account_command("user passwd", "给出重设密码的一次性链接");
  passwd->add_flag("--password-stdin", d.options.password_stdin, "从标准输入读密码，不给链接");
  d.account_command("user disable", "停用账号，其登录和令牌随即失效");
  d.account_command("user enable", "启用账号");

  d.group("token", "访问令牌：建立、列出、撤销，运行中也可以");
  auto* create = d.account_command("token create", "建立某账号的访问令牌，只显示一次");
  d.value(create, "--days", "有效天数（默认 90，最多 365）", "N");
  d.value(create, "--scope", "用途：read、write（默认）、metrics", "SCOPE");
  d.command("token list", "列出访问令牌")->add_flag("--json", d.options.json, "以 JSON 输出");
  d.value(d.command("token revoke", "撤销访问令牌"), "ID", "令牌编号", "")->required();
}

void define(Definition& d) {
  d.app.footer(kHelpFoot);
  d.app.get_formatter()->label("Usage", "用法");
  d.app.get_formatter()->label("OPTIONS", "选项");
  d.app.get_formatter()->label("SUBCOMMAND", "命令");
  d.app.get_formatter()->label("REQUIRED", "必填");
  d.app.option_defaults()->group("选项");
  d.app.get_formatter()->label("Positionals", "参数");
  d.app.set_help_flag("--help,-h", "显示本说明");
  auto* version = d.app.add_flag("--version", d.version, "显示版本、提交号和构建类型");
  d.app.add_flag("--licences", d.options.licences, "同 --version 一起：显示所用软件的许可证")->needs(version);
  d.app.require_subcommand(0, 1);

  auto* serve = d.command("serve", "启动门户（数据文件夹为空时先建库并装入方案）");
  d.value(serve, "--listen", "监听地址（默认 127.0.0.1:8080）", "HOST:PORT");
  serve->add_flag("--demo", d.options.demo, "演示：空的数据文件夹装入虚构的一年，只在本机可见");
  d.value(serve, "--today", "把业务日期固定为这一天（培训、演示、测试用）", "YYYY-MM-DD");
  d.value(serve, "--config", "配置文件", "FILE");
  d.value(serve, "--dev", "开发：每次请求都从这个源码目录读模板和样式", "DIR");
  d.value(serve, "--log-level", "日志级别：debug、info、warning、error、off", "LEVEL");

  d.file(d.command("backup", "备份：数据库和附件存为一个文件，运行中也可以"), "备份文件");
  auto* restore = d.command("restore", "恢复：先核对备份，再写入空的数据文件夹");
  d.file(restore, "备份文件");
  restore->add_flag("--replace", d.options.replace, "数据文件夹不为空时也恢复，原有内容先挪到一边");
  auto* check = d.command("check", "检查：数据库、外键、附件、审计链、文件权限");
  check->add_flag("--json", d.options.json, "以 JSON 输出");
  auto* import = d.command("import", "导入方案（JSON，格式同 seed/）");
  d.file(import, "方案文件");
  import->add_flag("--dry-run", d.options.dry_run, "只说会改什么，不写入");
  auto* export_plan = d.command("export", "导出方案（JSON）");
  d.file(export_plan, "导出文件");
  export_plan->add_flag("--plan")->description("只导出各年方案和工作日历");
  define_accounts(d);
}

}  // namespace

Parsed parse_command_line(int argc, const char* const* argv) {
  Definition d;
  define(d);
  try {
    d.app.parse(argc, argv);
    if (d.version) d.options.command = "version";
    if (d.options.command.empty()) throw WrongUsage("缺少命令");
    add_defaults(d.flags);
    return {to_command_line(d.flags, d.options), 0};
  } catch (const CLI::CallForHelp&) {
    std::cout << d.app.help() << std::flush;
    return {std::nullopt, 0};
  } catch (const CLI::ParseError& error) {
    std::cerr << "sjsz: " << in_chinese(error) << "；sjsz --help 有说明\n";
  } catch (const WrongUsage& wrong) {
    std::cerr << "sjsz: " << wrong.what() << "；sjsz --help 有说明\n";
  }
  return {std::nullopt, 2};
}

}  // namespace sjsz
