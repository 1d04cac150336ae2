#pragma once

#include <filesystem>
#include <string>
#include <thread>

#include "tests/package/sign/authority.h"

namespace sohoa::test {

/// A time stamp authority on a free port of this machine: `openssl ts` behind a few lines of HTTP.
class TimeStampServer {
 public:
  /// What the answers are like.
  enum class Mood { kGood, kGarbage, kEndless, kRefuses };

  TimeStampServer(const Authority& authority, const std::filesystem::path& folder,
                  Mood mood = Mood::kGood);
  ~TimeStampServer();
  TimeStampServer(const TimeStampServer&) = delete;
  TimeStampServer& operator=(const TimeStampServer&) = delete;

  std::string url() const;

 private:
  void serve();
  std::string answer_to(const std::string& query) const;

  std::filesystem::path folder_;
  Mood mood_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

/// Whether the command is there.
bool has_openssl();

}  // namespace sohoa::test
