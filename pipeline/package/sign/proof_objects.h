#pragma once

#include <qpdf/QPDF.hh>
#include <set>

namespace sohoa {

/// The dictionaries and arrays of a document security store (/DSS; ETSI EN 319 142-1, 5.4.2), which
/// later revisions may extend. Only those that nothing else of the document refers to: a page that
/// was put into the store is still a page.
std::set<QPDFObjGen> proof_objects(QPDF& pdf);

}  // namespace sohoa
