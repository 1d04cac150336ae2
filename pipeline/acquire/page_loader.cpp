#include <memory>
#include <utility>

#include "pipeline/acquire/acquire.h"
#include "pipeline/acquire/bmp.h"
#include "pipeline/acquire/image_page.h"
#include "pipeline/acquire/jpeg.h"
#include "pipeline/acquire/jpeg2000.h"
#include "pipeline/acquire/kind.h"
#include "pipeline/acquire/pdf14.h"
#include "pipeline/acquire/pdf_page.h"
#include "pipeline/acquire/png.h"
#include "pipeline/acquire/pnm.h"
#include "pipeline/acquire/tiff.h"
#include "pipeline/acquire/webp.h"
#include "pipeline/base/file.h"

namespace sohoa {

namespace {

std::string subject_of(const InputFile& input, int number) {
  return input.page_count == 1 ? input.name : name_of({input.name, number});
}

SourceImage read_image(const DecodeTask& task, Bytes file) {
  switch (kind_of(file).value_or(FileKind::kPdf)) {
    case FileKind::kJpeg:
      return read_jpeg(task, std::move(file));
    case FileKind::kPng:
      return read_png(task, std::move(file));
    case FileKind::kJpeg2000:
      return read_jpeg2000(task, std::move(file));
    case FileKind::kWebp:
      return read_webp(task, file);
    case FileKind::kBmp:
      return read_bmp(task, file);
    case FileKind::kPnm:
      return read_pnm(task, file);
    case FileKind::kTiff:
    case FileKind::kPdf:
      break;
  }
  throw Error(ExitCode::kInput, task.subject, "changed while it was read", "run it again");
}

}  // namespace

struct PageLoader::State {
  AcquireSettings settings;
  std::filesystem::path open_path;
  std::unique_ptr<PdfFile> pdf;
  std::unique_ptr<TiffFile> tiff;

  void open(const InputFile& input) {
    if (open_path == input.path) return;
    pdf.reset();
    tiff.reset();
    open_path.clear();
    if (input.kind == InputKind::kPdf) pdf = std::make_unique<PdfFile>(input.path, input.name);
    if (input.kind == InputKind::kTiff) tiff = std::make_unique<TiffFile>(input.path, input.name);
    open_path = input.path;
  }
};

PageLoader::PageLoader(AcquireSettings settings) : state_(std::make_unique<State>()) {
  state_->settings = std::move(settings);
}
PageLoader::~PageLoader() = default;
PageLoader::PageLoader(PageLoader&&) noexcept = default;

ScannedPage PageLoader::load(const InputFile& input, int number) {
  if (input.failure) throw Error(*input.failure);
  const AcquireSettings& settings = state_->settings;
  const DecodeTask task{subject_of(input, number), settings.image_mpixels_max};
  ScannedPage page;
  switch (input.kind) {
    case InputKind::kPdf:
      page = with_qpdf(task.subject, [&] {
        state_->open(input);
        return page_of_pdf(task, *state_->pdf, number, settings);
      });
      break;
    case InputKind::kTiff:
      state_->open(input);
      page = page_of_image(task, state_->tiff->read(task, number), settings.image_dpi);
      break;
    case InputKind::kImage:
      page = page_of_image(task, read_image(task, read_file(input.path)), settings.image_dpi);
      break;
  }
  page.source = {input.name, number};
  if (settings.target == TargetPdf::kPdf14) suit_pdf14(task, page);
  return page;
}

}  // namespace sohoa
