#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/record/page.h"
#include "pipeline/base/error.h"

namespace sohoa {

enum class InputKind { kImage, kTiff, kPdf };

/// What to do with a page that has text already.
enum class ExistingText {
  kRedo,  // invisible text of another program is replaced; born-digital pages are drawn and read
  kSkip,  // pages with text, visible or not, are kept as they are and not read
  kForce  // every PDF page is drawn anew and read
};

/// What to do with a file that is there but cannot be looked into: damaged, encrypted, no kind we
/// read.
enum class UnreadableFile {
  kRefuse,  // the job does not begin
  kList     // it is listed as one page that fails when it is loaded
};

/// The PDF that the pages are for.
enum class TargetPdf {
  kPdf17,
  kPdf14  // without JPEG 2000, 16 bits and transparency: such masters are stored again, overlays
          // drawn together with the scan below them
};

struct AcquireSettings {
  double image_dpi = 0;  // for images without a credible resolution (≤ 96); 0: refuse them
  double image_mpixels_max = 250;  // width × height of one page, in millions
  double draw_dpi = 300;           // of pages that must be drawn
  int page_seconds_max = 60;       // for drawing one page
  ExistingText existing_text = ExistingText::kRedo;
  UnreadableFile unreadable_file = UnreadableFile::kRefuse;
  TargetPdf target = TargetPdf::kPdf17;
  bool copy_signed = false;  // read digitally signed PDFs, to make an unsigned copy
};

/// One file of the job, looked into but not decoded.
struct InputFile {
  std::filesystem::path path;
  std::string name;  // as the user gave it; "-" is standard input, spooled to a file by then
  InputKind kind = InputKind::kImage;
  int page_count = 1;
  std::uint64_t bytes = 0;
  std::int64_t modified_seconds = 0;  // since 1970, UTC
  bool is_signed = false;             // carries a digital signature
  std::vector<Finding> findings;
  std::optional<Error> failure;  // UnreadableFile::kList: why its one page cannot be loaded
};

/// The files that command line arguments name: files, folders (the files in them that are kinds we
/// read, in natural order, not hidden ones; sub-folders too), glob patterns, and "-" for standard
/// input (once). Errors: Error (kInput) for a name that finds nothing, a file that is no kind we
/// read, an encrypted, XFA, zero-page or broken PDF (but see `unreadable_file`), a signed one
/// without `copy_signed`. `standard_input_folder` is where "-" is spooled to; it must outlive the
/// InputFiles.
std::vector<InputFile> list_inputs(const std::vector<std::string>& arguments,
                                   const AcquireSettings& settings,
                                   const std::filesystem::path& standard_input_folder);

/// Looks into one file.
InputFile open_input(const std::filesystem::path& path, const std::string& name,
                     const AcquireSettings& settings);

/// Loads pages; keeps the file of the last call open, so call in page order. One per thread.
///
/// An image file's master is its own stream where a PDF/A-2 may carry it (JPEG, JP2, PNG without
/// interlace and transparency, a fax or JPEG TIFF of one strip); otherwise the pixels stored again
/// without loss. Transparency shows white paper. A PDF page that is one scanned image gives that
/// image's raw stream; stamps and other small things over it become overlays, kept out of `pixels`,
/// where what an opaque one hides is white, and what lies beyond the page is cut off. Any other PDF
/// page is drawn (`drawn`) by pdftoppm at `draw_dpi`: grey pages stored without loss, pages with
/// colour as JPEG of quality 90.
///
/// With ExistingText::kSkip a page with a text layer comes without pixels and master: it is to be
/// copied.
class PageLoader {
 public:
  explicit PageLoader(AcquireSettings settings);
  ~PageLoader();
  PageLoader(PageLoader&&) noexcept;

  /// `number` from 1. Errors: Error (kInput) for data that cannot be decoded or is too large,
  /// Error (kDependency) when the page needs drawing and pdftoppm is missing.
  ScannedPage load(const InputFile& input, int number);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
