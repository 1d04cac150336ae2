#pragma once

#include <string>

#include "pipeline/package/mets/mets_reader.h"
#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

/// An XML of the package, by its name in `contents`, which like `zip` must live longer. Reading it
/// throws Error (kInput) for one that is too large.
XmlSource xml_of_package(const ZipReader& zip, const ZipContents& contents,
                         const std::string& path);

}  // namespace sohoa
