#include "cli/inspect_overlay.h"

#include <cstdio>
#include <string>

#include "pipeline/base/atomic_file.h"
#include "pipeline/base/error.h"
#include "pipeline/base/spool.h"
#include "pipeline/base/text.h"
#include "pipeline/package/overlay/overlay.h"
#include "pipeline/package/overlay/overlay_pictures.h"

namespace sohoa {

namespace fs = std::filesystem;

namespace {

std::string extension_of(const fs::path& file) { return case_folded(file.extension().string()); }

void write_pdf_file(const RecordSource& source, const fs::path& output) {
  AtomicFile file(output);
  write_overlay(source, folder_of(output), [&](ByteView bytes) { file.write(bytes); });
  file.commit();
}

void write_pictures(const RecordSource& source, const std::vector<fs::path>& files) {
  const fs::path work_folder = folder_of(files.front());
  Spool pdf(work_folder), pictures(work_folder);
  write_overlay(source, work_folder, [&](ByteView bytes) { pdf.append(bytes); });
  std::vector<Spool::Piece> pieces;
  draw_overlay_pictures(pdf.path(), static_cast<int>(files.size()),
                        [&](ByteView png) { pieces.push_back(pictures.append(png)); });
  for (std::size_t i = 0; i < files.size(); ++i) write_file(files[i], pictures.read(pieces[i]));
}

}  // namespace

void refuse_unless_picture(const fs::path& overlay) {
  if (overlay.empty()) return;
  const std::string extension = extension_of(overlay);
  if (extension == ".pdf" || extension == ".png") return;
  throw Error(ExitCode::kUsage, "--overlay " + overlay.string(), "is neither a PDF nor a picture",
              "name a file that ends in .pdf or .png");
}

std::vector<fs::path> overlay_files(const fs::path& overlay, int page_count) {
  if (extension_of(overlay) == ".pdf" || page_count <= 1) return {overlay};
  std::vector<fs::path> files;
  for (int page = 1; page <= page_count; ++page) {
    char number[16];
    std::snprintf(number, sizeof number, "-%04d", page);
    fs::path file = overlay;
    file.replace_filename(overlay.stem().string() + number + overlay.extension().string());
    files.push_back(std::move(file));
  }
  return files;
}

void write_overlay_files(const RecordSource& source, const std::vector<fs::path>& files) {
  if (extension_of(files.front()) == ".pdf") {
    write_pdf_file(source, files.front());
  } else {
    write_pictures(source, files);
  }
}

}  // namespace sohoa
