#pragma once

#include <map>
#include <string>

#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// New and changed objects to be appended to a PDF whose bytes stay as they are (ISO 32000-1,
/// 7.5.6), laid out as ISO 19005-2 wants it. The cross-reference section is a table or a stream, as
/// the file's last one is.
class IncrementalUpdate {
 public:
  /// `document` must live longer. Throws Error (kInput) for a file whose end does not name its
  /// last cross-reference section.
  explicit IncrementalUpdate(PdfDocument& document);

  /// A number that no object has yet.
  QPDFObjGen new_id();
  /// An object as it is to be.
  void put(QPDFObjGen id, std::string body);
  /// A stream: a dictionary's entries, without /Length, and the data.
  void put_stream(QPDFObjGen id, const std::string& entries, const std::string& data);

  struct File {
    Bytes bytes;                                // all of it
    std::map<QPDFObjGen, std::size_t> offsets;  // where the body of each object put begins
  };
  File file() const;

 private:
  std::string trailer_entries(const std::string& appended) const;
  std::string table(const std::map<QPDFObjGen, std::size_t>& offsets) const;
  std::string stream(std::map<QPDFObjGen, std::size_t> offsets, std::size_t own_offset,
                     const std::string& entries) const;

  PdfDocument& document_;
  long long previous_section_ = 0;
  bool has_tables_ = false;
  int next_number_ = 0;
  std::map<QPDFObjGen, std::string> bodies_;
};

/// `12 0 R`
std::string reference_to(QPDFObjGen id);

}  // namespace sohoa
