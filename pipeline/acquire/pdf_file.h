#pragma once

#include <filesystem>
#include <memory>
#include <new>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "models/record/finding.h"
#include "models/record/geometry.h"
#include "pipeline/acquire/pdf_stream.h"
#include "pipeline/base/error.h"

namespace sohoa {

/// A page with what it inherits (ISO 32000-1 7.7.3.4).
struct PdfPage {
  QPDFObjectHandle object;
  QPDFObjectHandle resources;
  Box box;                // what is shown, in default user space, y up: top < bottom all the same
  double user_unit = 1;   // points a unit
  int quarter_turns = 0;  // clockwise, 0–3

  PageSize shown_size() const;
  /// Default user space → points of the page as shown, origin bottom left.
  Matrix to_shown() const;
};

/// A PDF file, opened through libqpdf. Errors: Error (kInput) when it is encrypted, an XFA form,
/// has no pages or too many, or cannot be repaired.
class PdfFile {
 public:
  PdfFile(std::filesystem::path path, std::string name);

  const std::filesystem::path& path() const { return path_; }
  QPDF& document() { return *document_; }
  int page_count() const { return static_cast<int>(pages_.size()); }
  const PdfPage& page(int number) const { return pages_.at(static_cast<std::size_t>(number - 1)); }
  /// Whether a signature field is filled in, or the catalog's permissions are signed.
  bool is_signed() const;
  std::vector<Finding> findings() const;

 private:
  std::filesystem::path path_;
  std::string name_;
  std::unique_ptr<QPDF> document_;
  std::vector<PdfPage> pages_;
};

/// Runs `step`; what libqpdf throws about a damaged file becomes an Error (kInput) of `subject`.
template <typename Step>
auto with_qpdf(const std::string& subject, Step step) {
  try {
    return step();
  } catch (const Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    throw Error(ExitCode::kInput, subject, "is damaged and cannot be repaired",
                "get the file again");
  }
}

}  // namespace sohoa
