#include "site.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"
#include "embedded.h"
#include "routes.h"

namespace sjsz {
namespace {

struct File {
  std::string path, bytes;  // "templates/layout.html"
};

std::string_view after_last(std::string_view text, char mark) { return text.substr(text.rfind(mark) + 1); }

std::string type_of(std::string_view name) {
  const auto ending = after_last(name, '.');
  if (ending == "css") return "text/css; charset=utf-8";
  if (ending == "js") return "text/javascript; charset=utf-8";
  if (ending == "ico") return "image/x-icon";
  throw std::logic_error("no content type for " + std::string(name));
}

Asset make_asset(const std::string& name, const std::string& bytes) {
  const auto hash = to_hex(sha256(bytes)).substr(0, 16);
  return {name, bytes, type_of(name), "/web/" + hash + "/" + name};
}

std::string stamp_of(const std::vector<File>& files) {
  static const std::string run_of_program = random_hex(8);
  std::string all = run_of_program;
  for (const auto& file : files) all.append(file.path).append(file.bytes);
  return to_hex(sha256(all));
}

std::shared_ptr<const Site> make_site(const std::vector<File>& files, BusinessClock clock, bool demo, bool dev) {
  auto site = std::make_shared<Site>();
  site->clock = clock;
  site->demo = demo;
  site->dev = dev;
  site->is_page = is_page;
  std::vector<view::TemplateSource> templates;
  for (const auto& file : files) {
    const std::string name(after_last(file.path, '/'));
    if (file.path.starts_with("templates/")) {
      templates.push_back({name.substr(0, name.rfind('.')), file.bytes});
    } else if (name == "openapi.json") {
      site->openapi = file.bytes;
    } else {
      site->assets.push_back(make_asset(name, file.bytes));
    }
  }
  site->templates = view::Templates(templates);
  if (dev) site->stamp = stamp_of(files);
  return site;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return bytes.str();
}

}  // namespace

std::shared_ptr<const Site> embedded_site(BusinessClock clock, bool demo) {
  std::vector<File> files;
  for (const char* folder : {"templates/", "web/"}) {
    for (const auto& file : embedded_files(folder)) files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  return make_site(files, clock, demo, false);
}

std::shared_ptr<const Site> site_of_checkout(const std::filesystem::path& folder, BusinessClock clock, bool demo) {
  std::vector<File> files;
  for (const char* part : {"templates", "web"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / part)) {
      files.push_back({std::string(part) + "/" + entry.path().filename().string(), read_file(entry.path())});
    }
  }
  return make_site(files, clock, demo, true);
}

std::vector<Migration> embedded_migrations() {
  std::vector<Migration> migrations;
  for (const auto& file : embedded_files("src/storage/migrations/")) {
    const auto name = after_last(file.path, '/');
    migrations.push_back({std::stoi(std::string(name.substr(0, 4))), name, file.bytes});
  }
  return migrations;  // in order: embedded files are sorted by path
}

}  // namespace sjsz
