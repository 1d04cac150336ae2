#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "models/record/page.h"
#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/pdf_attachment.h"
#include "pipeline/package/pdf/pdf_claim.h"

namespace sohoa {

struct PdfSettings {
  OutputType output_type = OutputType::kPdfA2u;
  bool deskew = false;  // show the page straightened, by the image's matrix
  std::string title;    // XMP dc:title
  std::string language = "vi";
  std::string job_time;        // ISO 8601, for XMP dates; empty: none
  std::string producer;        // "sohoa 0.1.0"
  bool unsigned_copy = false;  // the input was digitally signed: the copy says so in its metadata
  std::filesystem::path spool_folder;  // for image data until write(); empty: the system's
};

/// Builds a searchable PDF page by page: the page's images as they are coded, invisible words over
/// them. With a page of a lossy rendition it names itself an access copy.
/// Memory does not grow with image data: it waits in a nameless temporary file.
class PdfWriter {
 public:
  explicit PdfWriter(PdfSettings settings);
  ~PdfWriter();
  PdfWriter(PdfWriter&&) noexcept;

  /// `text` may have no words. Pixels of `page` are not used. Errors: Error (kInput) for a page
  /// without a size or beyond the PDF version of kPdfA1b (refuse_beyond), Error (kOutput).
  void add_page(const ScannedPage& page, const TextPage& text);

  /// A page of a PDF file taken over as it is, without reading (--skip-text). What it shows stays;
  /// forms, signature fields, scripts and actions other than web links do not come along. Nobody
  /// vouches for such a page: the file then makes no PDF/A claim. Errors: Error (kInput).
  void copy_page(const std::filesystem::path& file, int number);

  /// A file inside the PDF, which PDF/A-3 allows (kPdfA3u). Names must differ.
  void attach(const PdfAttachment& attachment, ByteView bytes);

  int page_count() const;
  /// Whether every page is built here, so that the PDF/A claim of the settings stands.
  bool all_ours() const;

  /// Writes the whole file to `path`, truncating what is there; no fsync. Same pages and settings
  /// give the same bytes. Call once.
  void write(const std::filesystem::path& path);
  /// The same, handed to `take` in pieces. `name` is for messages.
  void write(const std::string& name, const std::function<void(ByteView)>& take);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sohoa
