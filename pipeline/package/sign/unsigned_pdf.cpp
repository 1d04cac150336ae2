#include "pipeline/package/sign/unsigned_pdf.h"

#include "pipeline/base/file.h"

namespace sohoa {

namespace {

constexpr std::uint64_t kPdfBytesMax = 2ULL << 30;

}  // namespace

UnsignedPdf read_pdf(const std::filesystem::path& path) {
  return {path.string(), path, read_file(path, kPdfBytesMax)};
}

}  // namespace sohoa
