#include "http/answer_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include "http/finish.h"

namespace sjsz::http {
namespace {

class Cache : public testing::Test {
 protected:
  static Request asking(const std::string& accept_encoding, const std::string& if_none_match = "") {
    Request request;
    request.headers.emplace_back("accept-encoding", accept_encoding);
    if (!if_none_match.empty()) request.headers.emplace_back("if-none-match", if_none_match);
    return request;
  }

  Response ask(const Request& request, const std::string& epoch = "1", const std::string& key = "/tasks") {
    return cache_.answer(request, epoch, key, [this] {
      ++made_;
      return answer_;
    });
  }

  static Response page(char letter, std::size_t size = 5000) {
    auto response = html(std::string(size, letter));
    response.keep = Keep::revalidate;
    return response;
  }

  AnswerCache cache_{1 << 20};
  Response answer_ = page('a');
  std::atomic<int> made_ = 0;
};

TEST_F(Cache, MakesAnAnswerOnceForAllEncodings) {
  const auto plain = ask(asking("identity"));
  const auto gzipped = ask(asking("gzip"));
  EXPECT_EQ(made_, 1);
  EXPECT_EQ(*plain.body, *answer_.body);
  EXPECT_EQ(gzipped.header("Content-Encoding"), "gzip");
  EXPECT_NE(plain.header("ETag"), gzipped.header("ETag"));
}

TEST_F(Cache, AnswersAsFinishWould) {
  for (const auto& request : {asking("identity"), asking("gzip"), asking("gzip", "*"), asking("identity", "\"x\"")}) {
    const auto expected = finish(request, answer_);
    for (int i = 0; i < 2; ++i) {
      const auto response = ask(request);
      EXPECT_EQ(response.status, expected.status);
      EXPECT_EQ(response.headers, expected.headers);
      EXPECT_EQ(*response.body, *expected.body);
    }
  }
}

TEST_F(Cache, HandsOutTheKeptBodyItself) {
  EXPECT_EQ(ask(asking("gzip")).body, ask(asking("gzip")).body);
  EXPECT_EQ(ask(asking("identity")).body, ask(asking("identity")).body);
}

TEST_F(Cache, TellsAClientThatItHasTheAnswerAlready) {
  const std::string tag(ask(asking("gzip")).header("ETag"));
  EXPECT_EQ(ask(asking("gzip", tag)).status, 304);
  EXPECT_EQ(ask(asking("identity", tag)).status, 200);
  EXPECT_EQ(made_, 1);
}

TEST_F(Cache, KeepsOneAnswerForEachKey) {
  ask(asking("gzip"), "1", "/tasks");
  answer_ = page('b');
  EXPECT_EQ(ask(asking("identity"), "1", "/plan").body->front(), 'b');
  EXPECT_EQ(ask(asking("identity"), "1", "/tasks").body->front(), 'a');
  EXPECT_EQ(made_, 2);
}

TEST_F(Cache, DropsAllWhenTheEpochChanges) {
  ask(asking("gzip"), "1", "/tasks");
  ask(asking("gzip"), "1", "/plan");
  answer_ = page('b');
  EXPECT_EQ(ask(asking("identity"), "2", "/tasks").body->front(), 'b');
  EXPECT_EQ(ask(asking("identity"), "2", "/plan").body->front(), 'b');
  EXPECT_EQ(ask(asking("identity"), "1", "/tasks").body->front(), 'b') << "what was dropped does not come back";
  EXPECT_EQ(made_, 5);
}

TEST_F(Cache, DoesNotKeepWhatBecameOldWhileItWasMade) {
  cache_.answer(asking("gzip"), "1", "/tasks", [this] {
    ask(asking("gzip"), "2", "/plan");
    return page('x');
  });
  answer_ = page('b');
  EXPECT_EQ(ask(asking("identity"), "2", "/tasks").body->front(), 'b');
}

TEST_F(Cache, KeepsOnlySuccessesThatMayBeKept) {
  auto missing = page('a');
  missing.status = 404;
  auto personal = page('a');
  personal.keep = Keep::no_store;
  for (const auto& answer : {missing, personal}) {
    answer_ = answer;
    made_ = 0;
    for (int i = 0; i < 3; ++i) {
      const auto response = ask(asking("gzip"));
      EXPECT_EQ(response.status, answer.status);
      EXPECT_EQ(response.header("Content-Encoding"), "gzip");
      EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    }
    EXPECT_EQ(made_, 3);
  }
}

TEST_F(Cache, KeepsNothingOfARequestThatCannotGoOn) {
  const auto stop = []() -> Response { throw Stop(404); };
  EXPECT_THROW(cache_.answer(asking("gzip"), "1", "/tasks", stop), Stop);
  EXPECT_EQ(ask(asking("identity")).status, 200);
}

TEST_F(Cache, DoesNotKeepWhatIsGreaterThanItself) {
  answer_ = page('a', 2 << 20);
  EXPECT_EQ(ask(asking("identity")).body->size(), std::size_t{2 << 20});
  ask(asking("identity"));
  EXPECT_EQ(made_, 2);
}

TEST_F(Cache, StartsAnewWhenItIsFull) {
  answer_ = page('a', 100'000);
  for (int i = 0; i < 10; ++i) ask(asking("gzip"), "1", "/tasks?q=" + std::to_string(i));
  ask(asking("gzip"), "1", "/tasks?q=0");
  EXPECT_EQ(made_, 10) << "ten still fit";
  ask(asking("gzip"), "1", "/tasks?q=10");
  ask(asking("gzip"), "1", "/tasks?q=10");
  EXPECT_EQ(made_, 11) << "the eleventh is kept";
  ask(asking("gzip"), "1", "/tasks?q=0");
  EXPECT_EQ(made_, 12) << "and the first is not";
}

TEST_F(Cache, ServesManyThreads) {
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this, t, &wrong] {
      for (int i = 0; i < 500; ++i) {
        const int epoch = i / 50;
        const char letter = static_cast<char>('a' + (i + t) % 5);
        const auto response = cache_.answer(asking(i % 2 ? "gzip" : "identity"), std::to_string(epoch),
                                            std::string("/") + letter, [letter] { return page(letter); });
        if (response.status != 200 || (i % 2 == 0 && response.body->front() != letter)) ++wrong;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace sjsz::http
