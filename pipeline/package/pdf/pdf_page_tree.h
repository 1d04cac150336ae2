#pragma once

#include <qpdf/QPDF.hh>

namespace sohoa {

/// Puts the pages of a document of very many under nodes of the page tree, so that no array is
/// longer than ISO 19005-1, 6.1.12 allows (8191). Pages are not added afterwards.
void group_pages(QPDF& document);

}  // namespace sohoa
