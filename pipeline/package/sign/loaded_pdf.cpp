#include "pipeline/package/sign/loaded_pdf.h"

#include "pipeline/base/error.h"
#include "pipeline/base/file.h"
#include "pipeline/package/pdf/pdf_bytes.h"

namespace sohoa {

void require_loadable(const std::string& name, std::uint64_t bytes) {
  if (bytes <= kPdfInMemoryBytesMax) return;
  throw Error(ExitCode::kInput, name, "is larger than 2 GiB", "split it");
}

LoadedPdf read_pdf(const std::filesystem::path& path) {
  return {path.string(), path, read_file(path, kPdfInMemoryBytesMax)};
}

}  // namespace sohoa
