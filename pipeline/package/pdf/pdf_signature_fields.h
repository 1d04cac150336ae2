#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

namespace sohoa {

/// A signature field of the document's form that says it is signed: its /V is a dictionary,
/// whatever is in that.
struct SignatureField {
  std::string name;                       // full, as "form.Signature1"
  QPDFObjectHandle field;                 // that has the /V
  QPDFObjectHandle signature;             // the /V
  std::vector<QPDFObjectHandle> widgets;  // its kids, or the field itself
};

struct SignatureFields {
  std::vector<SignatureField> fields;  // in the form's order
  bool complete = true;                // false: the form is deeper or larger than is looked at
};

/// Hostile trees are walked to a depth and a number.
SignatureFields signature_fields(QPDF& pdf);

}  // namespace sohoa
