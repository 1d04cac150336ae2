#pragma once

#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

enum class PackageKind {
  kRecord,  // ours, with record.json; also what is none of the others
  kMets,    // an information package, which METS.xml describes
  kBag,     // a bag (RFC 8493) of another maker
  kBook     // a civil-status book
};

/// What a zip holds, by the files at its top.
PackageKind kind_of(const ZipContents& contents);

}  // namespace sohoa
