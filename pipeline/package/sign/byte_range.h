#pragma once

#include <string>

#include "pipeline/package/pdf/pdf_signature_fields.h"
#include "pipeline/package/sign/pdf_document.h"

namespace sohoa {

/// What a signature covers of a file: all up to `end` but for its own /Contents.
struct ByteRange {
  std::string wrong;  // why it is none; empty: it is sound
  ByteView before;
  ByteView after;
  std::size_t end = 0;
};

/// Sound is: it begins at 0, its gap holds the hexadecimal string of /Contents and nothing else,
/// it ends inside the file.
ByteRange byte_range_of(QPDFObjectHandle signature, ByteView pdf);

/// Whether it is the field's own /Contents that stands in the gap. Another field could name the
/// range and copy the contents of a signature that is somebody else's.
bool is_own_gap(const ByteRange& range, const SignatureField& field, PdfDocument& document);

}  // namespace sohoa
