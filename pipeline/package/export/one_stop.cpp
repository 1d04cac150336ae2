#include <fcntl.h>

#include <cerrno>

#include "pipeline/base/descriptor.h"
#include "pipeline/base/error.h"
#include "pipeline/package/export/exporters.h"

namespace sohoa {

std::vector<Finding> export_record(const RecordSource& source, const std::filesystem::path& output,
                                   const ExportSettings& /*settings*/) {
  constexpr std::size_t kPieceBytes = 1 << 18;
  const Descriptor in(::open(source.path().c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0) throw input_error(source.path().string(), errno);
  const Descriptor out(::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (out.number() < 0) throw output_error(output.string(), errno);
  Bytes piece(kPieceBytes);
  for (;;) {
    const ssize_t got = ::read(in.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw input_error(source.path().string(), errno);
    if (got == 0) return {};
    const int failed = write_all(out.number(), {piece.data(), static_cast<std::size_t>(got)});
    if (failed != 0) throw output_error(output.string(), failed);
  }
}

}  // namespace sohoa
