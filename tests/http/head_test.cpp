#include "http/head.h"

#include <gtest/gtest.h>

#include <string>

namespace sjsz::http {
namespace {

const Limits kLimits;

// The outcome for a whole head: its status if it is refused, 200 if it is taken.
int judge(const std::string& text) {
  const auto end = find_head_end(text, kLimits);
  if (!end) return end.error();
  if (*end == 0) return 0;  // waits for more
  const auto head = parse_head(std::string_view(text).substr(0, *end), kLimits);
  return head ? 200 : head.error();
}

Head parse(const std::string& text) {
  const auto head = parse_head(text, kLimits);
  EXPECT_TRUE(head) << text;
  return head.value_or(Head{});
}

std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"; }
std::string with(const std::string& fields) { return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"; }
std::string post(const std::string& fields) { return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"; }
std::string hosted(const std::string& fields) { return "GET / HTTP/1.1\r\n" + fields + "\r\n"; }

struct Case {
  std::string text;
  int status;
};

void expect(const std::vector<Case>& cases) {
  for (const auto& c : cases) EXPECT_EQ(judge(c.text), c.status) << c.text.substr(0, 200);
}

TEST(Heads, AreReadToTheLetter) {
  const auto head = parse(
      "POST /units/%E5%8E%86?q=%E7%85%A4+1&q=2&x HTTP/1.1\r\n"
      "Host: portal.lixia.gov.cn:8080\r\n"
      "X-Note:\t a:b %41 \xe5\x8e\x86 \t\r\n"
      "Empty:\r\n"
      "COOKIE: a=1\r\n"
      "Cookie: b=2\r\n"
      "Content-Length: 0042\r\n\r\n");
  const auto& request = head.request;
  EXPECT_EQ(request.method, Method::post);
  EXPECT_EQ(request.method_name, "POST");
  EXPECT_EQ(request.path, "/units/历");
  EXPECT_EQ(request.queries, (Fields{{"q", "煤 1"}, {"q", "2"}, {"x", ""}}));
  EXPECT_EQ(request.headers, (Fields{{"host", "portal.lixia.gov.cn:8080"},
                                     {"x-note", "a:b %41 历"},
                                     {"empty", ""},
                                     {"cookie", "a=1"},
                                     {"cookie", "b=2"},
                                     {"content-length", "0042"}}));
  EXPECT_EQ(head.body_size, 42u);
  EXPECT_TRUE(head.keeps_alive);
  EXPECT_FALSE(head.expects_continue);
}

TEST(Heads, EndWithAnEmptyLine) {
  const auto text = get("/");
  for (std::size_t size = 0; size < text.size(); ++size) {
    EXPECT_EQ(find_head_end(std::string_view(text).substr(0, size), kLimits), 0u) << size;
  }
  EXPECT_EQ(find_head_end(text, kLimits), text.size());
  EXPECT_EQ(find_head_end(text + "GET /next HTTP/1.1\r\n\r\n", kLimits), text.size());
  EXPECT_EQ(find_head_end("GET / HTTP/1.0\r\n\r\n", kLimits), 18u);
}

TEST(Heads, MayFollowOneEmptyLine) {
  expect({{"\r\n" + get("/"), 200}, {"\r\n\r\n" + get("/"), 400}, {"\n" + get("/"), 400}, {" " + get("/"), 400}});
}

TEST(RequestLines, HaveThreePartsAndSingleSpaces) {
  const std::string host = "\r\nHost: a\r\n\r\n";
  expect({{"GET / HTTP/1.1" + host, 200},
          {"GET /" + host, 400},
          {"GET" + host, 400},
          {host, 400},
          {"GET  / HTTP/1.1" + host, 400},
          {"GET /  HTTP/1.1" + host, 400},
          {"GET / HTTP/1.1 " + host, 400},
          {"GET\t/\tHTTP/1.1" + host, 400},
          {"GET /a b HTTP/1.1" + host, 400},
          {"GET  HTTP/1.1" + host, 400},
          {" GET / HTTP/1.1" + host, 400},
          {"G(T / HTTP/1.1" + host, 400},
          {"G\xc3\x89T / HTTP/1.1" + host, 400}});
}

TEST(RequestLines, NameOneOfTwoVersions) {
  const std::string host = "\r\nHost: a\r\n\r\n";
  expect({{"GET / HTTP/1.0" + host, 200},
          {"GET / HTTP/1.2" + host, 505},
          {"GET / HTTP/0.9" + host, 505},
          {"GET / HTTP/2.0" + host, 505},
          {"GET / HTTP/3.1" + host, 505},
          {"GET / HTTP/1" + host, 400},
          {"GET / HTTP/1.10" + host, 400},
          {"GET / HTTP/11.1" + host, 400},
          {"GET / http/1.1" + host, 400},
          {"GET / HTTPS/1.1" + host, 400},
          {"GET / HTTP/a.b" + host, 400},
          {"GET / HTTP/1,1" + host, 400},
          {"GET / FTP/1.1" + host, 400}});
}

TEST(RequestLines, NameAnyMethod) {
  const struct {
    std::string name;
    Method method;
  } cases[] = {{"GET", Method::get},       {"HEAD", Method::head},     {"POST", Method::post},
               {"PUT", Method::put},       {"DELETE", Method::other},  {"PATCH", Method::other},
               {"TRACE", Method::other},   {"OPTIONS", Method::other}, {"get", Method::other},
               {"M-SEARCH", Method::other}};
  for (const auto& c : cases) {
    const auto head = parse(c.name + " / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(head.request.method, c.method) << c.name;
    EXPECT_EQ(head.request.method_name, c.name);
  }
}

TEST(Targets, ArePathsOfThisServer) {
  expect({{get("/"), 200},
          {get("/tasks?unit=fagai&role=lead"), 200},
          {get("/?"), 200},
          {get("/?a=/b=c?d"), 200},
          {get("/../../etc/passwd"), 200},  // no such route: the router says 404
          {get("/%2e%2e/etc/passwd"), 200},
          {get("/历下"), 200},
          {get("http://a/"), 400},
          {get("a:80"), 400},
          {get("*"), 400},
          {get("tasks"), 400},
          {get("?a=b"), 400},
          {get("\\tasks"), 400},
          {get("/#top"), 400},
          {get("/?a#b"), 400}});
}

TEST(Targets, AreCleanText) {
  expect({{get("/%"), 400},
          {get("/%4"), 400},
          {get("/%zz"), 400},
          {get("/%00"), 400},
          {get("/%ff"), 400},
          {get("/%c0%af"), 400},
          {get("/\xff"), 400},
          {get("/%0d%0aSet-Cookie:%20a=b"), 400},
          {get("/%1b"), 400},
          {get("/%7f"), 400},
          {get("/%09"), 400},
          {get("/a\tb"), 400},
          {get("/a\x01"), 400},
          {get("/a\x7f"), 400},
          {get(std::string("/a\0b", 4)), 400},
          {get("/?q=%"), 400},
          {get("/?q=%zz"), 400},
          {get("/?q=%00"), 400},
          {get("/?q=%ff"), 400},
          {get("/?%ff"), 400},
          {get("/?q=\xff"), 400},
          {get("/?q=%0a"), 200}});
}

TEST(Targets, HaveABound) {
  const auto of_size = [](std::size_t size) { return get("/?" + std::string(size - 2, 'a')); };
  expect({{of_size(2048), 200}, {of_size(2049), 414}, {of_size(8000), 414}, {of_size(1 << 20), 414}});
  std::string many = "/?a";
  for (int i = 1; i < 200; ++i) many += "&a";
  expect({{get(many), 200}, {get(many + "&a"), 400}});
  EXPECT_EQ(judge("GET /" + std::string(3000, 'a')), 414) << "before the line has ended";
}

TEST(Fields, HaveATokenAColonAndNoControls) {
  expect({{with("A: b\r\n"), 200},
          {with("a!#$%&'*+-.^_`|~9:b\r\n"), 200},
          {with("A:\r\n"), 200},
          {with("A: b\tc\r\n"), 200},
          {with("A: \xff\r\n"), 200},
          {with("A : b\r\n"), 400},
          {with("A\t: b\r\n"), 400},
          {with(": b\r\n"), 400},
          {with("A\r\n"), 400},
          {with("A b: c\r\n"), 400},
          {with("A(b): c\r\n"), 400},
          {with("\xc3\x84: c\r\n"), 400},
          {with("A: b\r\n c\r\n"), 400},
          {with("A: b\r\n\tc\r\n"), 400},
          {with(" A: b\r\n"), 400},
          {with("A: b\x01\r\n"), 400},
          {with("A: b\x7f\r\n"), 400},
          {with(std::string("A: b\0c\r\n", 8)), 400},
          {with(std::string("A\0: b\r\n", 7)), 400}});
}

TEST(Fields, EndWithBothCarriageReturnAndLineFeed) {
  expect({{"GET / HTTP/1.1\nHost: a\n\n", 400},
          {"GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
          {"GET / HTTP/1.1\nHost: a\r\n\r\n", 400},
          {with("A: b\nC: d\r\n"), 400},
          {with("A: b\rC: d\r\n"), 400},
          {with("A: b\r\r\n"), 400},
          {"GET / HTTP/1.1\rHost: a\r\n\r\n", 400}});
  EXPECT_EQ(judge("GET / HTTP/1.1\n"), 400) << "without waiting for an end that never comes";
}

TEST(Fields, HaveABound) {
  const auto lines = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "A: b\r\n";
    return with(text);
  };
  expect({{lines(63), 200}, {lines(64), 431}, {lines(2000), 431}, {lines(5000), 431}});
  const auto frame = with("A: \r\n").size();
  expect({{with("A: " + std::string(16 * 1024 - frame, 'x') + "\r\n"), 200},
          {with("A: " + std::string(16 * 1024 - frame + 1, 'x') + "\r\n"), 431}});
  EXPECT_EQ(judge("GET / HTTP/1.1\r\nA: " + std::string(20'000, 'x')), 431) << "before the line has ended";
}

TEST(Hosts, AreNamedExactlyOnceAndWell) {
  expect({{hosted("Host: a\r\n"), 200},
          {hosted("Host: portal-1.lixia_gov.cn:8080\r\n"), 200},
          {hosted("Host: 127.0.0.1:80\r\n"), 200},
          {hosted("Host: [::1]\r\n"), 200},
          {hosted("Host: [::ffff:1.2.3.4]:8080\r\n"), 200},
          {hosted("hOST:a\r\n"), 200},
          {hosted("A: b\r\n"), 400},
          {hosted("Host:\r\n"), 400},
          {hosted("Host: a\r\nHost: a\r\n"), 400},
          {hosted("Host: a\r\nhost: b\r\n"), 400},
          {hosted("Host: a, b\r\n"), 400},
          {hosted("Host: a b\r\n"), 400},
          {hosted("Host: u@a\r\n"), 400},
          {hosted("Host: a/b\r\n"), 400},
          {hosted("Host: http://a\r\n"), 400},
          {hosted("Host: a:\r\n"), 400},
          {hosted("Host: a:b\r\n"), 400},
          {hosted("Host: a:-1\r\n"), 400},
          {hosted("Host: a:123456\r\n"), 400},
          {hosted("Host: a:80:80\r\n"), 400},
          {hosted("Host: :80\r\n"), 400},
          {hosted("Host: ::1\r\n"), 400},
          {hosted("Host: [::1\r\n"), 400},
          {hosted("Host: [::1]x\r\n"), 400},
          {hosted("Host: []\r\n"), 400},
          {hosted("Host: \xe5\x8e\x86\r\n"), 400},
          {"GET / HTTP/1.0\r\n\r\n", 200},
          {"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400},
          {"GET / HTTP/1.0\r\nHost: a b\r\n\r\n", 400}});
}

TEST(Bodies, HaveOneLengthInDigits) {
  expect({{post(""), 200},
          {post("Content-Length: 0\r\n"), 200},
          {post("Content-Length: 5\r\n"), 200},
          {post("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
          {post("Content-Length: 5\r\ncontent-length: 6\r\n"), 400},
          {post("Content-Length: 5, 5\r\n"), 400},
          {post("Content-Length: -1\r\n"), 400},
          {post("Content-Length: +1\r\n"), 400},
          {post("Content-Length: 0x10\r\n"), 400},
          {post("Content-Length: 1e3\r\n"), 400},
          {post("Content-Length: 5 5\r\n"), 400},
          {post("Content-Length:\r\n"), 400},
          {post("Content-Length: a\r\n"), 400}});
  EXPECT_EQ(parse(post("Content-Length: 99999999999999999999\r\n")).body_size, SIZE_MAX);
  EXPECT_EQ(parse(post("Content-Length: 18446744073709551615\r\n")).body_size, SIZE_MAX);
  EXPECT_EQ(parse(post("Content-Length: 18446744073709551614\r\n")).body_size, SIZE_MAX - 1);
}

TEST(Bodies, ComeNeitherInPiecesNorCompressed) {
  expect({{post("Transfer-Encoding: chunked\r\n"), 411},
          {post("Transfer-Encoding: identity\r\n"), 411},
          {post("Transfer-Encoding:\r\n"), 411},
          {post("transfer-encoding: xchunked\r\n"), 411},
          {post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 411},
          {with("Transfer-Encoding: chunked\r\n"), 411},
          {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 411},
          {post("Content-Length: 5\r\nContent-Encoding: gzip\r\n"), 415},
          {post("Content-Length: 5\r\nContent-Encoding: identity\r\n"), 415},
          {with("Content-Encoding: gzip\r\n"), 415}});
}

TEST(Bodies, DoNotComeWithGetAndHead) {
  expect({{with("Content-Length: 0\r\n"), 200},
          {with("Content-Length: 1\r\n"), 400},
          {"HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", 400},
          {"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", 200},
          {"DELETE / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", 200}});
}

TEST(Expectations, AreOfOneKind) {
  expect({{post("Expect: 200-ok\r\n"), 417}, {post("Expect:\r\n"), 417}});
  EXPECT_TRUE(parse(post("Expect: 100-Continue\r\nContent-Length: 5\r\n")).expects_continue);
  EXPECT_FALSE(parse("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n").expects_continue);
}

TEST(Connections, StayOpenAsTheVersionAndTheClientSay) {
  EXPECT_TRUE(parse(with("")).keeps_alive);
  EXPECT_TRUE(parse(with("Connection: keep-alive\r\n")).keeps_alive);
  EXPECT_TRUE(parse(with("Connection: closed\r\n")).keeps_alive);
  EXPECT_FALSE(parse(with("Connection: close\r\n")).keeps_alive);
  EXPECT_FALSE(parse(with("Connection: Close\r\n")).keeps_alive);
  EXPECT_FALSE(parse(with("Connection: te , close\r\n")).keeps_alive);
  EXPECT_FALSE(parse(with("Connection: te\r\nConnection: close\r\n")).keeps_alive);
  EXPECT_FALSE(parse("GET / HTTP/1.0\r\n\r\n").keeps_alive);
  EXPECT_FALSE(parse("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").keeps_alive);
}

TEST(RefusedHeads, AreKnownAsFarAsTheyCanBeRead) {
  const struct {
    std::string text;
    Method method;
    std::string method_name, path;
  } cases[] = {
      {"POST /api/v1/plan?a=b HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", Method::post, "POST", "/api/v1/plan"},
      {"HEAD /tasks HTTP/2.0\r\n\r\n", Method::head, "HEAD", "/tasks"},
      {"GET /tasks?q=%zz HTTP/1.1\r\n\r\n", Method::get, "GET", "/tasks"},
      {"HEAD /%zz HTTP/1.1\r\n\r\n", Method::head, "HEAD", ""},
      {"HEAD /api/v1?" + std::string(5000, 'a'), Method::head, "HEAD", "/api/v1"},
      {"HEAD /" + std::string(5000, 'a'), Method::head, "HEAD", "/" + std::string(2047, 'a')},
      {"GET http://a/api/v1 HTTP/1.1", Method::get, "GET", ""},
      {"G(T /api/v1 HTTP/1.1", Method::get, "", ""},
      {"nonsense", Method::get, "", ""},
      {"", Method::get, "", ""},
  };
  for (const auto& c : cases) {
    const auto request = known_request(c.text, kLimits);
    EXPECT_EQ(request.method, c.method) << c.text;
    EXPECT_EQ(request.method_name, c.method_name) << c.text;
    EXPECT_EQ(request.path, c.path) << c.text.substr(0, 200);
  }
}

}  // namespace
}  // namespace sjsz::http
