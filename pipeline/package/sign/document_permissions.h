#pragma once

#include <qpdf/QPDFObjectHandle.hh>

namespace sohoa {

/// What the author of a certified document allows (DocMDP; ISO 32000-1, 12.8.2.2).
enum class Permission {
  kNothing = 1,
  kFormsAndSignatures = 2,
  kAnnotationsToo = 3,
  kEverything  // it is not certified by this signature
};

/// Of a signature dictionary; anything else allows everything.
Permission permission_of(const QPDFObjectHandle& signature);

}  // namespace sohoa
