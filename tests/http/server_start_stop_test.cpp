#include <gmock/gmock.h>

#include <csignal>

#include "http/running_server.h"

namespace sjsz::http {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class AServerThatStartsOrStops : public RunningServer {
 protected:
  // Returns when new clients are turned away; hangs for ever if they are not.
  void wait_until_refused() const {
    try {
      for (;;) connect();
    } catch (const std::runtime_error&) {
    }
  }
};

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

std::string why_not(const std::string& address) {
  Server server([](const Request&) { return html(""); }, [](const Request&) { return Allowance{}; },
                [](const Request&, int status) { return html("", status); });
  try {
    server.listen(address);
  } catch (const std::runtime_error& fault) {
    return fault.what();
  }
  return "";
}

TEST_F(AServerThatStartsOrStops, ListensAtAnyKindOfLocalAddress) {
  const struct {
    std::string address, shown;
  } cases[] = {
      {"127.0.0.1:0", "127.0.0.1:"}, {"localhost:0", "127.0.0.1:"}, {"0.0.0.0:0", "0.0.0.0:"}, {"[::1]:0", "[::1]:"}};
  for (const auto& c : cases) {
    start(1, {}, c.address);
    EXPECT_THAT(server_->address(), StartsWith(c.shown));
    EXPECT_FALSE(server_->address().ends_with(":0"));
    EXPECT_EQ(connect().ask(kGet).status, 200) << c.address;
    stop();
  }
}

TEST_F(AServerThatStartsOrStops, KnowsAnIpv4ClientOfAnIpv6Socket) {
  start(1, {}, "[::]:0");
  const auto address = server_->address();
  EXPECT_EQ(RawClient("127.0.0.1" + address.substr(address.rfind(':'))).ask(kGet).status, 200);
  EXPECT_EQ(RawClient("[::1]" + address.substr(address.rfind(':'))).ask(kGet).status, 200);
  ASSERT_EQ(requests().size(), 2u);
  EXPECT_EQ(requests()[0].peer, "127.0.0.1");
  EXPECT_EQ(requests()[1].peer, "::1");
}

TEST_F(AServerThatStartsOrStops, RefusesMalformedAddresses) {
  for (const std::string address : {"", ":", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:-1",
                                    "127.0.0.1:65536", "127.0.0.1:080", "127.0.0:80", "example.com:80", "::1:80",
                                    "[::1]", "[::1:80", "[127.0.0.1]:80", "127.0.0.1:80\n", " 127.0.0.1:80"}) {
    EXPECT_THAT(why_not(address), HasSubstr("不正确")) << address;
  }
}

TEST_F(AServerThatStartsOrStops, RefusesAPortThatIsTaken) {
  start();
  EXPECT_EQ(why_not(server_->address()), "监听地址 " + server_->address() + " 已被占用，可能另一个服务正在运行");
  EXPECT_EQ(connect().ask(kGet).status, 200);
}

TEST_F(AServerThatStartsOrStops, CanStartAgainOnThePortItLeft) {
  start();
  const auto address = server_->address();
  auto client = connect();
  EXPECT_EQ(client.ask(kGet).status, 200);
  stop();
  EXPECT_EQ(why_not(address), "");
}

TEST_F(AServerThatStartsOrStops, SaysWhatItCannotListenAt) {
  EXPECT_EQ(why_not("203.0.113.1:8080"), "本机没有地址 203.0.113.1:8080");
}

TEST_F(AServerThatStartsOrStops, FinishesTheRequestsUnderWay) {
  start();
  auto client = connect();
  client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  slow_begun_.wait();
  server_->stop();
  wait_until_refused();
  release();
  const auto answer = client.read();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_EQ(client.read_to_end(), "");
  running_.join();
}

TEST_F(AServerThatStartsOrStops, LetsGoOfIdleClientsBeforeTheRestIsFinished) {
  start();
  auto busy = connect();
  busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  slow_begun_.wait();
  auto fresh = connect();
  auto used = connect();
  EXPECT_EQ(used.ask(kGet).status, 200);
  server_->stop();
  EXPECT_EQ(fresh.read_to_end(), "");
  EXPECT_EQ(used.read_to_end(), "");
  release();
  EXPECT_EQ(busy.read().status, 200);
  running_.join();
}

TEST_F(AServerThatStartsOrStops, StopsAtOnceIfItWasToldBeforeItRan) {
  Server server([](const Request&) { return html(""); }, [](const Request&) { return Allowance{}; },
                [](const Request&, int status) { return html("", status); });
  server.listen("127.0.0.1:0");
  server.stop();
  server.run(2);
}

Server* stopped_by_signal = nullptr;

TEST_F(AServerThatStartsOrStops, StopsFromASignalHandler) {
  start();
  stopped_by_signal = server_.get();
  const auto before = std::signal(SIGUSR1, [](int) { stopped_by_signal->stop(); });
  EXPECT_EQ(connect().ask(kGet).status, 200);
  std::raise(SIGUSR1);
  running_.join();
  std::signal(SIGUSR1, before);
}

}  // namespace
}  // namespace sjsz::http
