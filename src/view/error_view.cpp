#include "view/error_view.h"

#include "view/data.h"
#include "view/example_texts.h"
#include "view/links.h"

namespace sjsz::view {
namespace {

struct Words {
  int status;
  const char *title, *what, *next;
};

constexpr Words table[] = {
    {400, "这个请求无法处理", "地址或提交的内容不完整，系统没有处理。", "请核对地址后重试，或者从首页重新进入。"},
    {401, "需要登录", "这项内容需要登录后查看或办理。", "请登录，或者随请求附上有效的访问令牌。"},
    {403, "没有权限", "您没有查看或办理这项内容的权限。", "确因工作需要的，请与工作专班办公室联系。"},
    {404, "没有找到这个页面", "地址可能有误，或者内容不存在、不对您公开。", "请核对地址，或者从首页重新进入。"},
    {405, "不支持这种操作", "这个页面不接受这种提交方式，系统没有处理。", "请返回原页面，使用页面上的按钮办理。"},
    {409, "内容已有变化", "您办理期间，这项内容已被更新，本次操作没有保存。",
     "请返回原页面刷新，核对最新内容后再办理。"},
    {413, "提交的内容过大", "提交的文字或文件超过了系统上限，没有保存。", "请精简内容或压缩文件后重新提交。"},
    {414, "地址过长", "地址中的查询条件超过了系统上限。", "请减少查询条件后重试，或者从首页重新进入。"},
    {415, "不支持这种格式", "提交的内容不是系统能够识别的格式，没有保存。", "请使用页面上的表单提交。"},
    {422, "填写有误", "提交的内容没有通过检查，没有保存。", "请返回原页面，按提示修改后重新提交。"},
    {431, "浏览器附带的信息过大", "浏览器随请求发送的信息超过了系统上限。", "请清除本网站的浏览数据（Cookie）后重试。"},
    {429, "操作过于频繁", "短时间内的请求太多，系统暂不受理。", "请稍等片刻后重试。"},
    {500, "系统出现故障", "本次操作没有完成，故障已经记入日志。",
     "请稍后重试；再次出现的，请把下面的编号告诉系统管理员。"},
    {507, "存储空间不足", "服务器磁盘空间不足，提交的内容没有保存。", "请把这个情况告诉系统管理员，腾出空间后再试。"},
    {503, "系统繁忙", "当前访问较多或者系统正在维护，暂时不能办理。", "请稍等片刻后刷新页面。"},
};

const Words& words_of(int status) {
  const Words* nearest = nullptr;
  for (const auto& one : table) {
    if (one.status == status) return one;
    if (one.status == (status < 500 ? 400 : 500)) nearest = &one;
  }
  return *nearest;
}

}  // namespace

std::string error_title(int status) { return words_of(status).title; }

std::string render(const Templates& templates, const ErrorView& view) {
  const auto& words = words_of(view.status);
  return templates.render("error", Object()
                                       .text("status", view.status)
                                       .text("title", words.title)
                                       .text("what", view.detail.empty() ? words.what : view.detail)
                                       .text("next", words.next)
                                       .text("home_url", home_url())
                                       .optional_text("request_id", view.request_id)
                                       .data());
}

std::vector<ErrorView> error_examples() {
  std::vector<ErrorView> examples;
  for (const auto& one : table) examples.push_back({one.status, "", "01J8Z3V7"});
  examples.push_back({418, "", ""});
  examples.push_back({404, "没有这项任务。", "01J8Z3V8"});
  examples.push_back({500, hostile_text(), hostile_text()});
  return examples;
}

}  // namespace sjsz::view
