#pragma once

#include <qpdf/QPDF.hh>
#include <vector>

namespace sohoa {

/// An object of a revision that a later one has otherwise.
struct ObjectChange {
  enum class Kind {
    kOther,  // it is another one now
    kGone,
    kCame  // the revision refers to it but did not have it (a shadow attack)
  };
  Kind kind = Kind::kOther;
  QPDFObjGen id;
  QPDFObjectHandle before, after;  // of kOther
};

/// Compares object by object; what lies at the same place of the file is the same.
std::vector<ObjectChange> object_changes(QPDF& before, QPDF& after);

}  // namespace sohoa
