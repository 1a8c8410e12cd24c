#include <gmock/gmock.h>

#include "http/running_server.h"

namespace sjsz::http {
namespace {

using namespace std::chrono_literals;

class AServerWithLimits : public RunningServer {};

const std::string kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

TEST_F(AServerWithLimits, EndsAConnectionThatIsIdle) {
  Limits limits;
  limits.idle_time = 200ms;
  start(1, limits);
  auto fresh = connect();
  auto used = connect();
  EXPECT_EQ(used.ask(kGet).status, 200);
  EXPECT_EQ(fresh.read_to_end(), "");
  EXPECT_EQ(used.read_to_end(), "");
}

TEST_F(AServerWithLimits, EndsAHeadThatIsSlow) {
  Limits limits;
  limits.head_time = 50ms;
  start(1, limits);
  auto client = connect();
  client.send("GET /a HTTP/1.1\r\nHo");
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(AServerWithLimits, EndsAHeadThatDripsWithoutEnd) {
  Limits limits;
  limits.head_time = 200ms;
  start(1, limits);
  auto client = connect();
  client.send("GET /a HTTP/1.1\r\nA: ");
  int sent = 0;
  for (; sent < 10'000 && client.send("x"); ++sent) std::this_thread::sleep_for(5ms);
  EXPECT_LT(sent, 10'000);
  EXPECT_THAT(seen(), testing::IsEmpty());
}

TEST_F(AServerWithLimits, EndsASecondHeadThatIsSlow) {
  Limits limits;
  limits.head_time = 50ms;
  start(1, limits);
  auto client = connect();
  client.send(kGet + "GET /b HTTP/1.1\r\nHo");
  EXPECT_EQ(client.read().status, 200);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(AServerWithLimits, EndsABodyThatIsSlow) {
  Limits limits;
  limits.body_grace = 50ms;
  start(1, limits);
  auto client = connect();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc");
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_THAT(seen(), testing::IsEmpty());
}

TEST_F(AServerWithLimits, CountsWhatWentIntoAFileWhenItJudgesHowSlowABodyIs) {
  Limits limits;
  limits.body_grace = 50ms;
  limits.body_bytes_per_second = 10;
  limits.body_bytes_in_memory = 1'000;
  start(1, limits);
  auto client = connect();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n" + std::string(8'999, 'x'));
  std::this_thread::sleep_for(800ms);  // more than the grace, and than the time between two sweeps
  client.send("x");
  EXPECT_EQ(client.read().status, 200);
}

TEST_F(AServerWithLimits, EndsABodyThatTakesTooLongHoweverQuickItIs) {
  Limits limits;
  limits.body_time = 200ms;
  start(1, limits);
  auto client = connect();
  client.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\n");
  int sent = 0;
  for (; sent < 4'000 && client.send(std::string(100, 'x')); ++sent) std::this_thread::sleep_for(5ms);
  EXPECT_LT(sent, 4'000);
  EXPECT_THAT(seen(), testing::IsEmpty());
}

class AServerWithOnePlace : public RunningServer {
 protected:
  // Asks for more than the kernel takes, takes nothing, and waits until another client has its place.
  void expect_end_of_an_answer(Limits limits) {
    limits.connections = 1;
    start(1, limits);
    auto client = connect();
    client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(connect().ask(kGet).status, 200);
    EXPECT_LT(client.read_to_end().size(), kLarge);
  }
};

TEST_F(AServerWithOnePlace, EndsAnAnswerThatIsNotTaken) {
  Limits limits;
  limits.idle_time = 200ms;
  limits.body_grace = 1h;
  expect_end_of_an_answer(limits);
}

TEST_F(AServerWithOnePlace, EndsAnAnswerThatIsTakenTooSlowly) {
  Limits limits;
  limits.idle_time = 1h;
  limits.body_grace = 200ms;
  limits.body_bytes_per_second = 1 << 30;
  expect_end_of_an_answer(limits);
}

TEST_F(AServerWithLimits, ServesWhileMoreClientsThanThreadsAreIdleOrSlow) {
  start(2);
  std::vector<RawClient> others;
  for (int i = 0; i < 60; ++i) {
    others.push_back(connect());
    if (i % 3 == 1) others.back().send("GET /a HTTP/1.1\r\nHo");
    if (i % 3 == 2) others.back().send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  }
  auto client = connect();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(client.ask(kGet).status, 200);
  others[1].send("st: a\r\n\r\n");
  others[2].send("defghi");
  EXPECT_EQ(others[0].ask(kGet).body, "/a ");
  EXPECT_EQ(others[1].read().body, "/a ");
  EXPECT_EQ(others[2].read().body, "/a abcdefghi");
}

TEST_F(AServerWithLimits, ServesWhileAnswersAreNotTaken) {
  start(1);
  std::vector<RawClient> others;
  for (int i = 0; i < 3; ++i) {
    others.push_back(connect());
    others.back().send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n" + kGet);
  }
  EXPECT_EQ(connect().ask(kGet).status, 200);
  for (auto& other : others) {
    EXPECT_EQ(other.read().body, std::string(kLarge, 'x'));
    EXPECT_EQ(other.read().body, "/a ");
  }
}

TEST_F(AServerWithLimits, LetsNewClientsWaitWhenAllPlacesAreTaken) {
  Limits limits;
  limits.connections = 2;
  start(2, limits);
  auto first = connect();
  auto second = connect();
  EXPECT_EQ(first.ask(kGet).status, 200);
  EXPECT_EQ(second.ask(kGet).status, 200);
  auto third = connect();
  third.send(kGet);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(first.ask(kGet).status, 200);
  EXPECT_FALSE(third.has_input());
  second = connect();  // its place is free now
  EXPECT_EQ(third.read().status, 200);
}

}  // namespace
}  // namespace sjsz::http
