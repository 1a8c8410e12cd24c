#include "pages/json_answers.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "storage/answer_store.h"
#include "view/error_view.h"

namespace sjsz {
namespace {

constexpr std::size_t kMostKeyBytes = 200;

// "/requirements/coal_use" as forms name it: requirements.coal_use.
std::string field_name(const std::string& place) {
  std::string name = place.substr(std::min<std::size_t>(1, place.size()));
  std::ranges::replace(name, '/', '.');
  return name;
}

bool is_json(std::string_view content_type) {
  return http::same_text(trim(content_type.substr(0, content_type.find(';'))), "application/json");
}

std::string target_of(const http::Request& request) { return request.method_name + " " + request.path; }

// Empty if there is none.
std::string key_of(const http::Request& request) {
  const auto key = request.header("idempotency-key");
  const bool clean = std::ranges::all_of(key, [](char c) { return c >= 0x20 && c < 0x7f; });
  if (key.size() > kMostKeyBytes || !clean) {
    throw WrongQuery("Idempotency-Key", "应为不超过 200 个字符的字母、数字和符号。");
  }
  return std::string(key);
}

// The first answer, if this request came before; refused if another one came with its key.
std::optional<http::Response> find_first_answer(Reader& db, const KeptAnswer& asked) {
  const auto kept = find_kept_answer(db, asked.account, asked.key);
  if (!kept) return std::nullopt;
  if (kept->target != asked.target || kept->body != asked.body) {
    throw WrongQuery("Idempotency-Key", "这个编号已经用于另一个请求，请换一个编号。");
  }
  return http::json(kept->answer, kept->status);
}

}  // namespace

http::Response make_problem(const http::Request& request, int status, const std::string& detail,
                            const std::vector<WrongField>& fields, const Json& more) {
  Json errors = Json::array();
  for (const auto& field : fields) errors.push_back({{"field", field.field}, {"message", field.message}});
  const auto title = view::error_title(status);
  const auto usual = status >= 500 ? "请记下请求编号 " + request.id + "，告诉系统管理员。" : title + "。";
  Json problem{{"type", "about:blank"},
               {"title", title},
               {"status", status},
               {"detail", detail.empty() ? usual : detail},
               {"errors", std::move(errors)}};
  problem.update(more);
  auto response = http::json(problem.dump(-1, ' ', false, Json::error_handler_t::replace), status);
  response.content_type = "application/problem+json";
  if (status == 401) response.header("WWW-Authenticate", "Bearer");
  return response;
}

Json body_of(const http::Request& request) {
  if (!is_json(request.header("content-type"))) throw http::Stop(415, "请以 application/json 提交。");
  auto body = parse_strict_json(request.body);
  if (!body) throw http::Stop(400, "内容不是规范的 JSON：" + body.error().reason);
  return std::move(*body);
}

void refuse_faults(const std::vector<Fault>& faults) {
  if (faults.empty()) return;
  std::vector<WrongField> fields;
  for (const auto& fault : faults) fields.push_back({field_name(fault.place), fault.reason});
  throw WrongQuery(std::move(fields));
}

http::Response answer_once(const Visit& visit, Db& db, const std::function<ApiAnswer(Writer&)>& change) {
  KeptAnswer asked{visit.visitor.account->id, key_of(visit.request), target_of(visit.request),
                   sha256(visit.request.body)};
  auto answer = db.write([&](Writer& writer) -> ApiAnswer {
    if (asked.key.empty()) return change(writer);
    if (auto first = find_first_answer(writer, asked)) return std::move(*first);
    auto made = change(writer);
    if (!made) return made;
    asked.status = made->status;
    asked.answer = *made->body;
    insert_kept_answer(writer, asked);
    return made;
  });
  if (answer) return std::move(*answer);
  if (answer.error().status == 403) record_refused_access(visit, db);
  return std::move(answer.error());
}

}  // namespace sjsz
