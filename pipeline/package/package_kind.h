#pragma once

#include <filesystem>

#include "pipeline/package/zip/zip_contents.h"

namespace sohoa {

enum class PackageKind {
  kRecord,  // ours, with record.json; also what is none of the others
  kMets,    // an information package, which METS.xml describes
  kBag,     // a bag (RFC 8493) of another maker
  kBook     // a civil-status book
};

/// Whether a file begins as a zip does. Throws Error (kInput) when it cannot be opened.
bool begins_like_zip(const std::filesystem::path& file);

/// What a zip holds, by the files at its top.
PackageKind kind_of(const ZipContents& contents);

}  // namespace sohoa
