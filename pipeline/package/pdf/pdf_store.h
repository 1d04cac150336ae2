#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "pipeline/base/bytes.h"
#include "pipeline/package/pdf/pdf_version.h"

namespace sohoa {

class SpooledStreams;

/// The objects of the PDF that is being made. Stream data waits in a nameless temporary file until
/// the document is written; equal streams given through the shared_ functions are one object.
class PdfStore {
 public:
  /// `spool_folder` as for Spool.
  PdfStore(PdfVersion version, const std::filesystem::path& spool_folder);
  ~PdfStore();
  PdfStore(const PdfStore&) = delete;
  PdfStore& operator=(const PdfStore&) = delete;

  QPDF& document() { return document_; }
  /// What the objects may use.
  PdfVersion version() const { return version_; }

  /// `bytes` as they are, coded as the dictionary's /Filter and /DecodeParms say. Never decoded,
  /// never coded again.
  QPDFObjectHandle stream(QPDFObjectHandle dictionary, ByteView bytes);
  /// `bytes` deflated here.
  QPDFObjectHandle deflated_stream(QPDFObjectHandle dictionary, ByteView bytes);
  /// The same, but one object for equal dictionaries and bytes. `sha256` is that of the bytes.
  QPDFObjectHandle shared_stream(const QPDFObjectHandle& dictionary, ByteView bytes,
                                 const std::string& sha256);
  QPDFObjectHandle shared_deflated_stream(const QPDFObjectHandle& dictionary, ByteView bytes);

 private:
  PdfVersion version_;
  QPDF document_;
  std::shared_ptr<SpooledStreams> streams_;  // as libqpdf takes it
  std::map<std::string, QPDFObjectHandle> shared_;
};

}  // namespace sohoa
