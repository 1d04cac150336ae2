#include "pipeline/base/error.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace sohoa {

namespace {

std::string one_line(const std::string& subject, const std::string& reason,
                     const std::string& remedy) {
  std::string line = subject + ": " + reason;
  if (!remedy.empty()) line += "; " + remedy;
  return line;
}

}  // namespace

Error::Error(ExitCode code, std::string subject, std::string reason, std::string remedy)
    : std::runtime_error(one_line(subject, reason, remedy)),
      code_(code),
      subject_(std::move(subject)),
      reason_(std::move(reason)),
      remedy_(std::move(remedy)) {}

Error output_error(const std::string& subject, int error_number) {
  std::string remedy = "check the folder and try again";
  if (error_number == ENOSPC || error_number == EDQUOT) remedy = "free some space and run it again";
  if (error_number == EACCES || error_number == EROFS || error_number == EPERM) {
    remedy = "choose a folder that you may write to";
  }
  return Error(ExitCode::kOutput, subject,
               std::string("cannot be written (") + std::strerror(error_number) + ")", remedy);
}

Error input_error(const std::string& subject, int error_number) {
  std::string remedy = "check the name and that you may read it";
  return Error(ExitCode::kInput, subject,
               std::string("cannot be read (") + std::strerror(error_number) + ")", remedy);
}

}  // namespace sohoa
