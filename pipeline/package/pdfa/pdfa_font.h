#pragma once

#include <set>

#include "pipeline/package/pdfa/pdfa_checks.h"

namespace sohoa {

/// A font and what the pages show with it.
struct FontUse {
  QPDFObjectHandle font;
  bool rendered = false;     // in some other mode than invisible
  std::set<unsigned> codes;  // of fonts with two-byte identity encoding
};

/// Whether its codes are two bytes and name glyphs directly.
bool has_identity_encoding(QPDFObjectHandle font);

/// 6.2.11
void check_font(PdfaSubject& subject, const FontUse& use);

}  // namespace sohoa
