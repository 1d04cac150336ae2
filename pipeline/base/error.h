#pragma once

#include <stdexcept>
#include <string>

namespace sohoa {

/// What the program returns to its caller. Stable, documented in README.md and tested.
enum class ExitCode {
  kDone = 0,
  kUsage = 1,
  kInput = 2,       // an input cannot be read
  kAttention = 3,   // done, but something needs a person
  kOutput = 4,      // the output or the disk failed
  kDependency = 5,  // a program or model that is needed is missing
  kInterrupted = 130
};

/// A failed operation. Its message is one line, `subject: reason; remedy`:
/// `scans/0007.tif page 2: image data ends early; rescan the page or pass --keep-going`.
/// Caught twice only: at the page boundary and in main.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, std::string subject, std::string reason, std::string remedy);

  ExitCode code() const { return code_; }
  const std::string& subject() const { return subject_; }
  const std::string& reason() const { return reason_; }
  const std::string& remedy() const { return remedy_; }

 private:
  ExitCode code_;
  std::string subject_;
  std::string reason_;
  std::string remedy_;
};

/// An output failure with the reason that errno gives, and a remedy that fits it.
Error output_error(const std::string& subject, int error_number);

/// An input failure with the reason that errno gives.
Error input_error(const std::string& subject, int error_number);

}  // namespace sohoa
