#include "http/server.h"

#include <gmock/gmock.h>

#include <set>

#include "http/running_server.h"

namespace sjsz::http {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class AServer : public RunningServer {};

std::string get(const std::string& path, const std::string& fields = "") {
  return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

std::string post(const std::string& path, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST_F(AServer, AnswersManyRequestsOfOneConnection) {
  start();
  auto client = connect();
  for (int i = 0; i < 200; ++i) {
    const auto path = "/" + std::to_string(i);
    const auto answer = client.ask(get(path));
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, path + " ");
    EXPECT_EQ(answer.header("Connection"), "");
  }
}

TEST_F(AServer, AnswersWhatWasSentInOneGoInItsOrder) {
  start();
  auto client = connect();
  client.send(get("/a") + post("/b", "body of b") + get("/c") + "HEAD /d HTTP/1.1\r\nHost: a\r\n\r\n" + get("/e"));
  EXPECT_EQ(client.read().body, "/a ");
  EXPECT_EQ(client.read().body, "/b body of b");
  EXPECT_EQ(client.read().body, "/c ");
  EXPECT_EQ(client.read(true).status, 200);
  EXPECT_EQ(client.read().body, "/e ");
}

TEST_F(AServer, TakesARequestByteByByte) {
  start();
  auto client = connect();
  for (const char byte : post("/a", "body")) ASSERT_TRUE(client.send({&byte, 1}));
  EXPECT_EQ(client.read().body, "/a body");
}

TEST_F(AServer, HandsOverTheWholeBody) {
  start();
  auto client = connect();
  std::string body;
  for (int i = 0; body.size() < kBodyLimit; ++i) body += std::to_string(i);
  body.resize(kBodyLimit);
  EXPECT_EQ(client.ask(post("/a", body)).body, "/a " + body);
  EXPECT_EQ(client.ask(post("/b", "")).body, "/b ");
}

TEST_F(AServer, AnswersHeadWithTheHeadOfGet) {
  start();
  auto client = connect();
  const auto expected = client.ask(get("/a"));
  client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto answer = client.read(true);
  EXPECT_EQ(answer.header("Content-Length"), std::to_string(expected.body.size()));
  EXPECT_EQ(answer.header("ETag"), expected.header("ETag"));
  EXPECT_EQ(client.ask(get("/b")).body, "/b ") << "no byte of a body came before it";
}

TEST_F(AServer, AnswersNotModifiedWithoutABody) {
  start();
  auto client = connect();
  const auto tag = client.ask(get("/a")).header("ETag");
  const auto answer = client.ask(get("/a", "If-None-Match: " + tag + "\r\n"));
  EXPECT_EQ(answer.status, 304);
  EXPECT_EQ(answer.header("Content-Length"), "");
  EXPECT_EQ(answer.header("ETag"), tag);
  EXPECT_EQ(client.ask(get("/b")).body, "/b ");
}

TEST_F(AServer, EndsTheConnectionWhenItIsAskedTo) {
  for (const auto& request :
       {get("/a", "Connection: close\r\n"), get("/a", "Connection: Close\r\n"), get("/close"),
        std::string("GET /a HTTP/1.0\r\n\r\n"), std::string("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")}) {
    start();
    auto client = connect();
    client.send(request + get("/next"));
    EXPECT_EQ(client.read().header("Connection"), "close") << request;
    EXPECT_EQ(client.read_to_end(), "") << request;
    EXPECT_THAT(seen(), Not(testing::Contains("GET /next")));
    stop();
  }
}

TEST_F(AServer, AnswersAClientThatSendsNothingMore) {
  start();
  auto client = connect();
  client.send(get("/a") + get("/b"));
  client.half_close();
  EXPECT_EQ(client.read().body, "/a ");
  EXPECT_EQ(client.read().body, "/b ");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(AServer, LetsAClientSendTheBodyItWaitsWith) {
  start();
  auto client = connect();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  const auto interim = client.read();
  EXPECT_EQ(interim.head, "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(client.ask("body").body, "/a body");
  EXPECT_EQ(client.ask(get("/b")).body, "/b ");
}

TEST_F(AServer, DoesNotAskForABodyThatIsThereAlready) {
  start();
  auto client = connect();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\nbody");
  EXPECT_EQ(client.read().body, "/a body");
}

TEST_F(AServer, RefusesABodyThatIsTooLargeBeforeItIsSent) {
  start();
  for (const std::string fields : {"", "Expect: 100-continue\r\n"}) {
    auto client = connect();
    const auto answer = client.ask("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n" + fields + "\r\n");
    EXPECT_EQ(answer.status, 413);
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
  }
  EXPECT_EQ(connect().ask(post("/small", "ten bytes!")).status, 200);
  EXPECT_EQ(connect().ask("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n").status, 413);
}

TEST_F(AServer, NeverTakesABodyForARequest) {
  start();
  const auto hidden = get("/hidden");
  const auto length = "Content-Length: " + std::to_string(hidden.size()) + "\r\n";
  const struct {
    std::string request;
    int status;
  } cases[] = {
      {post("/small", hidden), 413},
      {"GET /a HTTP/1.1\r\nHost: a\r\n" + length + "\r\n" + hidden, 400},
      {"HEAD /a HTTP/1.1\r\nHost: a\r\n" + length + "\r\n" + hidden, 400},
      {"POST /a HTTP/1.1\r\nHost: a\r\n" + length + length + "\r\n" + hidden, 400},
      {"POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden, 411},
      {"POST /a HTTP/1.1\r\nHost: a\r\n" + length + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden, 411},
      {"POST /a HTTP/1.1\r\nHost: a\r\n" + length + "Content-Encoding: gzip\r\n\r\n" + hidden, 415},
      {"POST /a HTTP/1.1\r\nHost: a\r\n" + length + "Expect: nothing\r\n\r\n" + hidden, 417},
      {"POST /a HTTP/1.1\r\n" + length + "\r\n" + hidden, 400},
      {"POST /a HTTP/3.0\r\nHost: a\r\n" + length + "\r\n" + hidden, 505},
      {"DELETE /a HTTP/1.1\r\nHost: a\r\n" + length + "\r\n" + hidden, 200},
  };
  for (const auto& c : cases) {
    auto client = connect();
    client.send(c.request);
    const auto answer = client.read(c.request.starts_with("HEAD"));
    EXPECT_EQ(answer.status, c.status) << c.request;
    EXPECT_EQ(answer.header("Connection"), "close") << c.request;
    EXPECT_EQ(client.read_to_end(), "") << c.request;
  }
  EXPECT_THAT(seen(), Not(testing::Contains(HasSubstr("/hidden"))));
  EXPECT_EQ(connect().ask(get("/a")).status, 200);
}

TEST_F(AServer, TakesALargeBodyAndTheRequestBehindIt) {
  start();
  auto client = connect();
  std::string body;
  while (body.size() < (3 << 20)) body += std::to_string(body.size());
  ASSERT_TRUE(client.send(post("/a", body) + post("/b", "small")));
  EXPECT_EQ(client.read().body, "/a " + body);
  EXPECT_EQ(client.read().body, "/b small");
  EXPECT_TRUE(requests().at(0).body.empty());  // it never stood in memory
  EXPECT_TRUE(requests().at(0).spooled);
  EXPECT_FALSE(requests().at(1).spooled);
}

TEST_F(AServer, SaysSoWhenALargeBodyCannotBeKept) {
  Limits limits;
  limits.spool_folder = "/nowhere";
  start(1, limits);
  auto client = connect();
  client.send(post("/a", std::string(2 << 20, 'x')));
  EXPECT_EQ(client.read().status, 507);
  EXPECT_EQ(connect().ask(post("/a", "small")).status, 200);
}

TEST_F(AServer, LetsARefusedClientReadWhy) {
  start();
  auto client = connect();
  client.send("POST /small HTTP/1.1\r\nHost: a\r\nContent-Length: 8000000\r\n\r\n");
  EXPECT_TRUE(client.send(std::string(8'000'000, 'x'))) << "reset before it has sent all";
  EXPECT_EQ(client.read().status, 413);
}

TEST_F(AServer, RefusesWithTheAnswerOfTheRefusal) {
  start();
  auto client = connect();
  const auto answer = client.ask("GET /api/v1/plan HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.body, "refused");
  EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(seen(), ElementsAre("refused /api/v1/plan"));
}

TEST_F(AServer, AnswersNonsenseAtOnce) {
  start();
  EXPECT_EQ(connect().ask("\r\n\r\n\r\n\r\n").status, 400);
  EXPECT_EQ(connect().ask("hello\n").status, 400);
  EXPECT_EQ(connect().ask("\x16\x03\x01\x02\x01\x01\xfc\x03\x03\n\r\n\r\n").status, 400);
  EXPECT_EQ(connect().ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").status, 400);
  EXPECT_EQ(connect().ask("GET /" + std::string(3'000, 'a')).status, 414);
  EXPECT_EQ(connect().ask("GET / HTTP/1.1\r\nA: " + std::string(20'000, 'a')).status, 431);
  EXPECT_EQ(connect().ask(get("/a")).status, 200);
}

TEST_F(AServer, TellsWhoAsksAndNumbersTheRequests) {
  start();
  auto client = connect();
  client.ask(get("/a", "REMOTE_ADDR: 9.9.9.9\r\nX-Forwarded-For: 9.9.9.9\r\n"));
  client.ask(get("/b"));
  connect().ask("nonsense\n");
  std::set<std::string> ids;
  for (const auto& request : requests()) {
    EXPECT_EQ(request.peer, "127.0.0.1");
    EXPECT_FALSE(request.id.empty());
    ids.insert(request.id);
  }
  EXPECT_EQ(ids.size(), 3u);
}

TEST_F(AServer, SurvivesAHandlerThatThrows) {
  start(1);
  EXPECT_EQ(connect().ask(get("/fault")).status, 0);
  EXPECT_EQ(connect().ask(get("/a")).status, 200);
}

TEST_F(AServer, SurvivesClientsThatLeave) {
  start(1);
  for (int i = 0; i < 20; ++i) {
    connect();
    connect().send("GET /a HTTP/1.1\r\nHo");
    connect().send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
    connect().send(get("/large"));
  }
  EXPECT_EQ(connect().ask(get("/a")).status, 200);
}

TEST_F(AServer, ServesManyClientsAtOnce) {
  start(4);
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([this, t, &wrong] {
      auto client = connect();
      for (int i = 0; i < 100; ++i) {
        const auto body = std::to_string(t * 1000 + i);
        if (client.ask(post("/a", body)).body != "/a " + body) ++wrong;
        if (i % 10 == 0) client = connect();
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace sjsz::http
