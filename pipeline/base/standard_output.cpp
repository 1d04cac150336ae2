#include "pipeline/base/standard_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"

namespace sohoa {

namespace {

constexpr char kSubject[] = "standard output";

int product_descriptor = STDOUT_FILENO;

/// A file that is opened later must not get the number of a standard stream that the caller closed.
/// Whoever uses that stream still meets an error: it is opened the wrong way round.
void occupy_closed_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

void protect_standard_output() {
  occupy_closed_streams();
  const int kept = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (kept < 0) return;
  product_descriptor = kept;
  ::dup2(STDERR_FILENO, STDOUT_FILENO);
}

void write_to_standard_output(ByteView bytes) {
  if (const int failed = write_all(product_descriptor, bytes)) throw output_error(kSubject, failed);
}

void copy_to_standard_output(const std::filesystem::path& file) {
  const Descriptor source(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (source.number() < 0) throw input_error(file.string(), errno);
  std::array<std::uint8_t, 1 << 16> piece{};
  for (;;) {
    const ssize_t got = ::read(source.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(file.string(), errno);
    if (got == 0) return;
    write_to_standard_output({piece.data(), static_cast<std::size_t>(got)});
  }
}

bool standard_output_is_terminal() { return ::isatty(product_descriptor) == 1; }

}  // namespace sohoa
