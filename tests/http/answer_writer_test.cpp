#include "http/answer_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sjsz::http {
namespace {

using testing::ContainsRegex;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WrittenAnswers : public testing::Test {
 protected:
  AnswerWriter writer_;
};

TEST_F(WrittenAnswers, StateStatusLengthAndType) {
  auto response = html("<p>历下</p>");
  response.header("X-Note", "one");
  const auto answer = writer_.write(response, false, false);
  EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer.head, HasSubstr("\r\nContent-Length: 13\r\n"));
  EXPECT_THAT(answer.head, HasSubstr("\r\nContent-Type: text/html; charset=utf-8\r\n"));
  EXPECT_THAT(answer.head, HasSubstr("\r\nX-Note: one\r\n"));
  EXPECT_THAT(answer.head, ContainsRegex("\r\nDate: [SMTWF][a-z][a-z], [0-3][0-9] [A-Z][a-z][a-z] 20[0-9][0-9] "
                                         "[0-2][0-9]:[0-5][0-9]:[0-6][0-9] GMT\r\n"));
  EXPECT_THAT(answer.head, EndsWith("\r\n\r\n"));
}

TEST_F(WrittenAnswers, ShareTheBody) {
  const auto response = html("<p>历下</p>");
  EXPECT_EQ(writer_.write(response, false, false).body, response.body);
}

TEST_F(WrittenAnswers, HaveNoMoreHeadersThanTheyNeed) {
  const auto head = writer_.write(html("x"), false, false).head;
  for (const auto* name : {"Server:", "Connection:", "Keep-Alive:", "Accept-Ranges:", "Transfer-Encoding:"}) {
    EXPECT_THAT(head, Not(HasSubstr(name)));
  }
}

TEST_F(WrittenAnswers, SayWhetherTheConnectionEnds) {
  EXPECT_THAT(writer_.write(html("x"), false, true).head, HasSubstr("\r\nConnection: close\r\n"));
  EXPECT_THAT(writer_.write(html("x"), false, false).head, Not(HasSubstr("Connection:")));
}

TEST_F(WrittenAnswers, ToHeadAreTheHeadOfThoseToGet) {
  const auto response = html("<p>历下</p>");
  const auto answer = writer_.write(response, true, false);
  EXPECT_EQ(answer.body, nullptr);
  EXPECT_EQ(answer.head, writer_.write(response, false, false).head);
}

TEST_F(WrittenAnswers, ThatNeverHaveABodyHaveNoLengthEither) {
  for (const int status : {204, 304}) {
    auto response = html("", status);
    response.header("ETag", "\"a\"");
    const auto answer = writer_.write(response, false, false);
    EXPECT_EQ(answer.body, nullptr) << status;
    EXPECT_THAT(answer.head, Not(HasSubstr("Content-Length"))) << status;
    EXPECT_THAT(answer.head, Not(HasSubstr("Content-Type"))) << status;
    EXPECT_THAT(answer.head, HasSubstr("\r\nETag: \"a\"\r\n")) << status;
  }
}

TEST_F(WrittenAnswers, WithAnEmptyBodySaySo) {
  const auto answer = writer_.write(see_other("/tasks"), false, false);
  EXPECT_THAT(answer.head, StartsWith("HTTP/1.1 303 See Other\r\n"));
  EXPECT_THAT(answer.head, HasSubstr("\r\nContent-Length: 0\r\n"));
  EXPECT_THAT(answer.head, Not(HasSubstr("Content-Type")));
}

TEST_F(WrittenAnswers, KeepHeadersOfOneName) {
  auto response = html("x");
  response.header("Set-Cookie", "a=1").header("Set-Cookie", "b=2");
  const auto head = writer_.write(response, false, false).head;
  EXPECT_THAT(head, HasSubstr("\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"));
}

TEST_F(WrittenAnswers, TakeLongHeadersWhole) {
  auto response = html("x");
  response.header("Location", "/" + std::string(5000, 'a') + "%s%n");
  EXPECT_THAT(writer_.write(response, false, false).head,
              HasSubstr("\r\nLocation: /" + std::string(5000, 'a') + "%s%n\r\n"));
}

TEST_F(WrittenAnswers, NameEachStatusOfThePortal) {
  const std::pair<int, std::string> cases[] = {{400, "Bad Request"},
                                               {404, "Not Found"},
                                               {405, "Method Not Allowed"},
                                               {411, "Length Required"},
                                               {413, "Payload Too Large"},
                                               {414, "URI Too Long"},
                                               {415, "Unsupported Media Type"},
                                               {417, "Expectation Failed"},
                                               {422, "Unprocessable Entity"},
                                               {431, "Request Header Fields Too Large"},
                                               {500, "Internal Server Error"},
                                               {503, "Service Unavailable"},
                                               {505, "HTTP Version Not Supported"}};
  for (const auto& [status, name] : cases) {
    EXPECT_THAT(writer_.write(html("x", status), false, false).head,
                StartsWith("HTTP/1.1 " + std::to_string(status) + " " + name + "\r\n"));
  }
}

}  // namespace
}  // namespace sjsz::http
