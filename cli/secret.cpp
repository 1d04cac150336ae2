#include "cli/secret.h"

#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/run/interrupt.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kSecretBytesMax = 4096;

/// A terminal that does not show what is typed, as long as this lives. A signal meanwhile ends the
/// reading, not the process: the terminal must be as it was then.
class SilentTerminal {
 public:
  explicit SilentTerminal(int terminal) : terminal_(terminal) {
    ::sigaction(SIGINT, nullptr, &interrupt_);
    ::sigaction(SIGTERM, nullptr, &terminate_);
    stop_on_signals();
    ::tcgetattr(terminal_, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal_, TCSAFLUSH, &silent);
  }
  ~SilentTerminal() {
    ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    ::sigaction(SIGINT, &interrupt_, nullptr);
    ::sigaction(SIGTERM, &terminate_, nullptr);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

 private:
  int terminal_;
  termios before_{};
  struct sigaction interrupt_ {};
  struct sigaction terminate_ {};
};

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find_first_of("\r\n")));
}

std::string typed(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
  if (terminal.number() < 0) {
    throw Error(ExitCode::kUsage, prompt, "nobody can be asked for it",
                "pass --password-file or --password-env");
  }
  write_all(terminal.number(), as_bytes(prompt + ": "));
  std::string text(kSecretBytesMax, '\0');
  const SilentTerminal silent(terminal.number());
  const ssize_t got = ::read(terminal.number(), text.data(), text.size());
  write_all(terminal.number(), as_bytes("\n"));
  throw_if_interrupted();
  // An empty PIN would cost one of the few tries that a token gives.
  if (got <= 1) {
    throw Error(ExitCode::kUsage, prompt, "nothing was typed", "type it, or pass --password-file");
  }
  text.resize(static_cast<std::size_t>(got));
  return first_line(text);
}

}  // namespace

std::string read_secret(const SecretSource& source, const std::string& prompt) {
  if (!source.file.empty()) return first_line(as_text(read_file(source.file, kSecretBytesMax)));
  if (source.variable.empty()) return typed(prompt);
  const char* value = std::getenv(source.variable.c_str());
  if (value != nullptr) return value;
  throw Error(ExitCode::kUsage, source.variable, "this variable is not set",
              "set it, or pass --password-file");
}

}  // namespace sohoa
