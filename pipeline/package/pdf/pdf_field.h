#pragma once

#include <qpdf/QPDFObjectHandle.hh>

namespace sohoa {

/// An entry of a page or a form field, which its parents may hold; null when none does. Hostile
/// chains of parents are followed to a depth.
QPDFObjectHandle inherited(QPDFObjectHandle node, const char* key);

/// Whether a form field or its widget is one for a signature.
bool is_signature_field(QPDFObjectHandle field);

}  // namespace sohoa
